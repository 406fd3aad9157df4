package io.traitgate.kit.answer;

/**
 * Tells failures of a store that is away from all others: such calls answer 503/120, others 500/120.
 *
 * <p>Each module that talks to a store offers a bean of this type for the exceptions of its client.
 */
public interface StoreOutage {
    /**
     * Whether this failure, not its causes, says that a store cannot be reached.
     *
     * @param failure the failure of a call or one of its causes
     */
    boolean matches(Throwable failure);
}

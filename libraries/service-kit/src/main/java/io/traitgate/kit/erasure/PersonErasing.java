package io.traitgate.kit.erasure;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/**
 * How a service erases people. A service that keeps anything of people has one bean of this type; what calls it, when, and
 * how often is the business of {@link Erasures}.
 */
public interface PersonErasing {
    /** Those of the erasures that this service has not carried out to their end, as far as its own database knows. */
    Uni<List<Erasure>> unsettled(List<Erasure> erasures);

    /**
     * Removes what belongs to older numbers of the person. When it completes, nothing of it can be read or come back.
     * Repeating it changes nothing but what newer numbers would not miss, whatever crashed before.
     */
    Uni<Void> erase(Erasure erasure);

    /** What is to be done once after {@link #erase} of several people, before it counts. */
    default Uni<Void> sweep() {
        return Uni.createFrom().voidItem();
    }

    /** Notes that it was carried out and confirmed, which need not be done again. */
    Uni<Void> settle(Erasure erasure);

    /**
     * How long a store takes to make durable what it has acknowledged; {@link #erase} is called a second time after it, so
     * that a crash of that store in between brings nothing back.
     */
    default Duration settling() {
        return Duration.ZERO;
    }
}

package io.traitgate.kit.topic;

/**
 * Reads the value of a record.
 *
 * @param <V> what it holds
 */
@FunctionalInterface
public interface RecordDecoder<V> {
    /**
     * The value.
     *
     * @param key the record's key, which may be part of what seals the value
     * @throws Exception if the value cannot be read: the key then has no value, not its former one
     */
    V decode(String key, byte[] value) throws Exception;
}

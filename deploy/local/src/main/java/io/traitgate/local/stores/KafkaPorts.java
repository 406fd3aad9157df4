package io.traitgate.local.stores;

/**
 * The ports of a broker, all on the loopback interface.
 *
 * @param broker where it listens to clients
 * @param controller where it listens to itself
 * @param advertised where it tells clients that it is: that of {@code broker}, unless something stands between
 */
public record KafkaPorts(int broker, int controller, int advertised) {
    /** With nothing between clients and the broker. */
    public static KafkaPorts direct(StorePorts ports) {
        return new KafkaPorts(ports.kafka(), ports.kafkaController(), ports.kafka());
    }
}

package io.traitgate.local.stores;

/** The ports of the local stores, all on the loopback interface. */
public record StorePorts(int postgreSql, int redis, int kafka, int kafkaController) {
    /** Four ports in a row. */
    public static StorePorts startingAt(int first) {
        return new StorePorts(first, first + 1, first + 2, first + 3);
    }

    /** Four ports that are free now. */
    public static StorePorts free() {
        return new StorePorts(FreePort.find(), FreePort.find(), FreePort.find(), FreePort.find());
    }
}

package io.traitgate.local;

import io.traitgate.local.stores.StorePorts;

/** The ports of an installation, counted from that of the API. */
public record Ports(int base) {
    /** Where the API listens if nobody says otherwise. */
    public static final int DEFAULT_BASE = 8080;

    /** The highest from which all others can be counted. */
    public static final int HIGHEST_BASE = 65_500;

    private static final int MANAGEMENT = 9;
    private static final int STORES = 20;

    /** The port of a service, by its place in the plan. */
    public int service(int offset) {
        return base + offset;
    }

    /** Health and metrics of the gateway, which has none on its public port. */
    public int gatewayManagement() {
        return base + MANAGEMENT;
    }

    public StorePorts stores() {
        return StorePorts.startingAt(base + STORES);
    }
}

package io.traitgate.local.service;

import io.traitgate.local.Ports;
import java.nio.file.Path;
import java.util.Locale;

/** The services an installation runs. A new one is a line here. Heap sizes in MiB are for a person or two trying it out. */
public enum LocalService {
    SESSION(11, Storage.SCHEMA, 128),
    FACE(12, Storage.SCHEMA, 320),
    CONSOLE(10, Storage.SCHEMA, 128),
    GATEWAY(0, Storage.NONE, 128);

    private final int portOffset;
    private final Storage storage;
    private final int heapMegabytes;

    LocalService(int portOffset, Storage storage, int heapMegabytes) {
        this.portOffset = portOffset;
        this.storage = storage;
        this.heapMegabytes = heapMegabytes;
    }

    /** As in {@code ./traitgate logs NAME}; also the database role and the folder of the keysets. */
    public String serviceName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where it listens. */
    public int port(Ports ports) {
        return ports.service(portOffset);
    }

    /** Where it says how it is. */
    public int healthPort(Ports ports) {
        return this == GATEWAY ? ports.gatewayManagement() : port(ports);
    }

    /** Whether it has a role and a schema in PostgreSQL, and uses Redis. */
    public boolean stores() {
        return storage == Storage.SCHEMA;
    }

    /** Whether the gateway sends calls to it. */
    public boolean isRouted() {
        return this != GATEWAY && this != CONSOLE;
    }

    /** Whether each call costs it cryptography or pictures, which compiled to the optimum take a fraction of the time. */
    boolean worksOnEveryCall() {
        return this == GATEWAY || this == FACE || this == CONSOLE;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    /** The folder of its program, as the build leaves it. */
    Path program(Path root) {
        return root.resolve(serviceName() + "-service").resolve("target/quarkus-app");
    }

    private enum Storage {
        SCHEMA,
        NONE
    }
}

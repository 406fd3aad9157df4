package io.traitgate.system.crash;

import java.util.Locale;

/** Processes that something is done to. */
enum Victim {
    GATEWAY,
    SESSION,
    FACE,
    CONSOLE,
    POSTGRESQL,
    REDIS,
    KAFKA;

    /** As {@code ./traitgate status} calls it. */
    String processName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether other processes reach it over a line that can be cut; clients reach the gateway, operators the console. */
    boolean hasLine() {
        return this != GATEWAY && this != CONSOLE;
    }

    /** Whether it is a store, which several services use. */
    boolean isStore() {
        return this == POSTGRESQL || this == REDIS || this == KAFKA;
    }
}

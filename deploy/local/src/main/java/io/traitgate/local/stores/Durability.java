package io.traitgate.local.stores;

/** What a store does against a power cut. */
public enum Durability {
    /** Acknowledged data is on the disk, as in production. */
    FULL,
    /** Nothing is synchronised: for tests, whose data is thrown away. */
    NONE
}

package io.traitgate.local.process;

/** Says whether a process answers. Never throws for "not yet". */
@FunctionalInterface
public interface Readiness {
    boolean isReady() throws InterruptedException;
}

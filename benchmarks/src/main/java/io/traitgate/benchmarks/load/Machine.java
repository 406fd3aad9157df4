package io.traitgate.benchmarks.load;

import java.time.Clock;
import java.time.LocalDate;

/** Where and when figures were taken, for the documents that hold them. */
public final class Machine {
    private Machine() {}

    /** Number of cores that the load, the installation and everything else share. */
    public static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Such as {@code 2-core amd64, Linux, Java 25.0.3, 2026-11-24}. */
    public static String described() {
        return "%d-core %s, %s, Java %s, %s"
                .formatted(
                        cores(),
                        System.getProperty("os.arch"),
                        System.getProperty("os.name"),
                        System.getProperty("java.version"),
                        LocalDate.now(Clock.systemUTC()));
    }
}

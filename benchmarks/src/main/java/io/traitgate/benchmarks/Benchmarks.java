package io.traitgate.benchmarks;

import io.traitgate.benchmarks.climbing.Climbing;
import io.traitgate.benchmarks.face.CalibrateFace;
import io.traitgate.benchmarks.face.FaceAccuracy;
import io.traitgate.benchmarks.face.FaceCalibration;
import io.traitgate.benchmarks.face.FaceQualityReport;
import io.traitgate.benchmarks.load.Load;
import io.traitgate.benchmarks.speed.FaceSpeed;
import io.traitgate.benchmarks.speed.FaceStages;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the benchmarks. Data lie where the arguments say; nothing is fetched. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        description = "Measures the figures of docs/.",
        subcommands = {
            Benchmarks.Calibrate.class,
            FaceCalibration.class,
            FaceAccuracy.class,
            FaceQualityReport.class,
            FaceSpeed.class,
            FaceStages.class,
            Load.class,
            Climbing.class
        })
public final class Benchmarks {
    private Benchmarks() {}

    /** {@code ./traitgate calibrate}. */
    @Command(
            name = "calibrate",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "MODULE",
            description = "Calibrates scores on your own recordings.",
            subcommands = CalibrateFace.class)
    static final class Calibrate {}

    /** Runs a command and ends with its exit code. */
    public static void main(String[] args) {
        // The load tool's libraries would complain that nobody takes their logs; its errors go to standard error.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty("log4j2.loggerContextFactory", "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
        System.exit(new CommandLine(new Benchmarks()).execute(args));
    }
}

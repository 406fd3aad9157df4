package io.traitgate.benchmarks;

import io.traitgate.benchmarks.face.FaceAccuracy;
import io.traitgate.benchmarks.face.FaceCalibration;
import io.traitgate.benchmarks.face.FaceQualityReport;
import io.traitgate.benchmarks.face.FaceSpeed;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the benchmarks. Data lie where the arguments say; nothing is fetched. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        description = "Measures the figures of docs/.",
        subcommands = {FaceCalibration.class, FaceAccuracy.class, FaceQualityReport.class, FaceSpeed.class})
public final class Benchmarks {
    private Benchmarks() {}

    /** Runs a command and ends with its exit code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Benchmarks()).execute(args));
    }
}

package io.traitgate.benchmarks.climbing;

import io.traitgate.benchmarks.accuracy.GeneratedSection;
import io.traitgate.benchmarks.face.Half;
import io.traitgate.benchmarks.face.Portrait;
import io.traitgate.face.embedding.EmbedderChoice;
import io.traitgate.face.score.Calibration;
import io.traitgate.face.score.CalibrationFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Attacks templates through the scores that a server returns, with what it does against that and without. */
@Command(
        name = "climbing",
        description = "Rebuilds templates of the test half from scores, with the portraits of the other half.")
public final class Climbing implements Callable<Integer> {
    /** The default one; its similarity is a cosine, which is linear in the embedding. */
    private static final EmbedderChoice EMBEDDER = EmbedderChoice.MOBILEFACENET;

    private static final int[] CALLS = {25, 50, 100, 200, 1000};
    private static final int[] MONTHS = {1, 3, 6, 12};

    @Parameters(paramLabel = "IMAGES", description = "Folder of portraits named Person_Name_0001.jpg.")
    private Path images;

    @Option(names = "--dataset", required = true, description = "Name of the data set.")
    private String dataset;

    @Option(names = "--targets", defaultValue = "200", description = "People attacked through embeddings.")
    private int targets;

    @Option(names = "--collages", defaultValue = "20", description = "People attacked with pictures: slow.")
    private int collages;

    @Option(names = "--seed", defaultValue = "1", description = "Of all that is random.")
    private long seed;

    @Option(names = "--document", description = "Writes the tables into this document as well.")
    private @Nullable Path document;

    @Override
    public Integer call() throws IOException {
        var calibration = calibration();
        try (var lab = new FaceLab(EMBEDDER)) {
            var portraits = Portrait.in(images);
            var attacker = People.of(Half.CALIBRATE.of(portraits), lab);
            var owners = People.of(Half.TEST.of(portraits), lab);
            var report =
                    embeddings(new Campaign(calibration, owners.templates(targets, lab), attacker.album(lab), seed))
                            + pictures(new CollageCampaign(
                                    lab, calibration, owners.templates(collages, lab), attacker.collages(), seed));
            System.out.println(report);
            if (document != null) {
                GeneratedSection.write(document, "climbing", report);
            }
        }
        return 0;
    }

    private String embeddings(Campaign campaign) {
        var calls = new ClimbingTable(
                String.format(
                        Locale.ROOT,
                        "Measured on %s, %s: %d people of the test half, two photos enrolled each; the attacker has the"
                                + " portraits of the other half. Share of people whose embedding was rebuilt so that it"
                                + " scores 0.5, or for whom a call was accepted:",
                        dataset,
                        LocalDate.now(Clock.systemUTC()),
                        campaign.size()),
                "attack on embeddings",
                "calls",
                CALLS);
        var months = new ClimbingTable(
                "The same attackers, who use up the budget of each month:", "attack on embeddings", "months", MONTHS);
        for (var method : Method.values()) {
            for (var defence : Defence.ALL) {
                calls.add(method.title(), defence.title(), campaign.afterCalls(method, defence, CALLS));
            }
            for (var defence : Defence.BUDGETED) {
                months.add(method.title(), defence.title(), campaign.afterMonths(method, defence, MONTHS));
            }
        }
        return calls.markdown() + "\n" + months.markdown();
    }

    private static String pictures(CollageCampaign campaign) {
        var table = new ClimbingTable(
                String.format(
                        Locale.ROOT,
                        "%nRandom search over picture parts, real pictures through the real gates, %d people of the test"
                                + " half. Share of people for whom a picture was accepted:",
                        campaign.size()),
                "search that sets out from",
                "calls",
                CALLS);
        for (var start : CollageCampaign.Start.values()) {
            for (var defence : List.of(Defence.NONE, Defence.STEPS, Defence.STEPS_AND_BUDGET, Defence.DEFAULT)) {
                table.add(start.title(), defence.title(), campaign.afterCalls(start, defence, CALLS));
            }
        }
        return table.markdown();
    }

    private static Calibration calibration() throws IOException {
        try (var stream = Climbing.class.getClassLoader().getResourceAsStream(EMBEDDER.calibration())) {
            if (stream == null) {
                throw new FileNotFoundException("no resource " + EMBEDDER.calibration() + " on the class path");
            }
            return CalibrationFile.read(stream);
        }
    }
}

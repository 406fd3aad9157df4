package io.traitgate.benchmarks.speed;

import io.traitgate.face.FaceAnalyser.Sideways;
import io.traitgate.face.FaceAnalysis;
import io.traitgate.face.FaceEngineSettings;
import io.traitgate.face.FaceNetworks;
import io.traitgate.face.embedding.EmbedderChoice;
import io.traitgate.face.sample.FaceSample;
import io.traitgate.face.sample.FaceSampleCodec;
import io.traitgate.media.FaceMedia;
import io.traitgate.media.MediaLimits;
import io.traitgate.media.pool.DecoderPool;
import io.traitgate.media.pool.DecoderSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Times the stages of one face on one thread. */
@Command(
        name = "face-stages",
        description =
                "Milliseconds a face and stage, one thread, one face after the other: median and 95th percentile.")
public final class FaceStages implements Callable<Integer> {
    @Parameters(paramLabel = "IMAGE", description = "A photo with an acceptable face.")
    private Path image;

    @Option(names = "--rounds", defaultValue = "200", description = "Timed rounds, after half as many to warm up.")
    private int rounds;

    @Override
    public Integer call() throws IOException {
        System.out.println("| stage | median ms | 95 % ms |\n| --- | --- | --- |");
        var item = new FaceMedia(MediaLimits.defaults(), true).admit(Files.readAllBytes(image));
        try (var decoder = DecoderPool.start(DecoderSettings.of(1), MediaLimits.defaults())) {
            var pixels = time(
                            "decode, in the worker",
                            () -> decoder.decodeImage(item)
                                    .toCompletableFuture()
                                    .join())
                    .image();
            for (var choice : EmbedderChoice.values()) {
                try (var networks = FaceNetworks.open(FaceEngineSettings.of(choice))) {
                    var analysis = choice == EmbedderChoice.MOBILEFACENET
                            ? time(
                                    "detect, mesh, quality, sample",
                                    () -> networks.analyser().analyse(pixels, Sideways.REFUSE))
                            : networks.analyser().analyse(pixels, Sideways.REFUSE);
                    var sample = sample(analysis);
                    time("embed, " + choice.setting(), () -> networks.embedder().embed(sample));
                    if (choice == EmbedderChoice.MOBILEFACENET) {
                        time("sample to bytes", () -> FaceSampleCodec.encode(sample));
                    }
                }
            }
        }
        return 0;
    }

    private FaceSample sample(FaceAnalysis analysis) {
        return switch (analysis) {
            case FaceAnalysis.Accepted accepted -> accepted.samples().getFirst();
            case FaceAnalysis.Refused refused ->
                throw new IllegalArgumentException(image + " is refused: " + refused.error());
        };
    }

    private <T> T time(String stage, Supplier<T> work) {
        var result = work.get();
        for (var i = 0; i < rounds / 2; i++) {
            result = work.get();
        }
        var nanos = new long[rounds];
        for (var i = 0; i < rounds; i++) {
            var start = System.nanoTime();
            result = work.get();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf("| %s | %.1f | %.1f |%n", stage, nanos[rounds / 2] / 1e6, nanos[rounds * 95 / 100] / 1e6);
        return result;
    }
}

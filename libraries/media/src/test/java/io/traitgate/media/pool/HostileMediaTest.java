package io.traitgate.media.pool;

import static io.traitgate.media.pool.TestDecoder.await;
import static io.traitgate.media.pool.TestDecoder.image;
import static io.traitgate.media.pool.TestDecoder.item;
import static io.traitgate.media.pool.TestDecoder.refusal;
import static io.traitgate.media.pool.TestDecoder.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.traitgate.contract.error.ApiError;
import io.traitgate.media.MediaException;
import io.traitgate.media.MediaItem;
import io.traitgate.media.MediaType;
import io.traitgate.media.PngChunks;
import io.traitgate.media.TestPictures;
import io.traitgate.media.TestVideos;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
final class HostileMediaTest {
    private static final long SMALL = 128L << 20;

    /** A small file whose picture and coefficients, kept for all four inks until the last scan, take 150 MB. */
    private static final byte[] HUNGRY = TestPictures.adobeCmyk(4032, 3024, 0, true);

    @ParameterizedTest
    @CsvSource({"60000, 60000", "2147483647, 1", "4096, 3073"})
    void pngBombsAreRefusedByTheirHeader(int width, int height) {
        var bomb = new PngChunks().header(width, height, 8, 2).zeros(100).end();
        assertThat(refusal(() -> image(bomb))).isEqualTo(ApiError.MALFORMED_IMAGE);
    }

    @Test
    void jpegBombsAreRefusedByTheirHeader() {
        // Given: 65,500 x 65,500 in the frame header
        var bomb = TestPictures.jpeg(16, 16);
        for (var i = 0; i < bomb.length - 9; i++) {
            if (bomb[i] == -1 && bomb[i + 1] == (byte) 0xC0) {
                bomb[i + 5] = bomb[i + 7] = (byte) 0xFF;
                bomb[i + 6] = bomb[i + 8] = (byte) 0xDC;
            }
        }

        // When, Then
        assertThat(refusal(() -> image(bomb))).isEqualTo(ApiError.MALFORMED_IMAGE);
    }

    @Test
    void twelveMegapixelsOfAnyDepthFit() {
        var deep = new PngChunks()
                .header(4032, 3024, 16, 6)
                .zeros(3024L * (4032 * 8 + 1))
                .end();
        var progressive = TestPictures.jpeg(TestPictures.quarters(4032, 3024, BufferedImage.TYPE_INT_RGB), true);
        assertThat(image(deep).image()).hasToString("RgbImage[1600 x 1200]");
        assertThat(image(HUNGRY).image()).hasToString("RgbImage[1600 x 1200]");
        assertThat(image(progressive).image()).hasToString("RgbImage[1600 x 1200]");
    }

    @Test
    void aFileThatNeedsTooMuchMemoryIsRefusedAndTheNextIsDecoded() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/prlimit")), "no memory limit on this system");
        try (var pool = TestDecoder.open(settings(1).withMemoryBytes(SMALL))) {
            assertThat(refusal(() -> await(pool.decodeImage(item(HUNGRY)))))
                    .isIn(ApiError.MALFORMED_IMAGE, ApiError.UNDECODABLE_MEDIA);
            assertThat(await(pool.decodeImage(item(TestPictures.jpeg(64, 48)))).image())
                    .hasToString("RgbImage[64 x 48]");
        }
    }

    @Test
    void aPngWhoseDataInflatesBeyondItsPictureIsNoBomb() {
        var png = new PngChunks().header(8, 8, 8, 2).zeros(256 << 20).end();
        assertThat(decodesOrRefuses(TestDecoder.POOL.decodeImage(item(png)))).isIn("decoded", "MALFORMED_IMAGE");
    }

    @Test
    void aJpegOfThousandsOfScansIsRefused() {
        // Given: the scan of a small progressive picture again and again
        var whole = TestPictures.jpeg(TestPictures.quarters(64, 64, BufferedImage.TYPE_INT_RGB), true);
        var scan = lastScan(whole);
        var bomb = new ByteArrayOutputStream();
        bomb.write(whole, 0, whole.length - 2);
        for (var i = 0; i < 2_000; i++) {
            bomb.write(whole, scan, whole.length - 2 - scan);
        }
        bomb.write(whole, whole.length - 2, 2);

        // When, Then
        assertThat(refusal(() -> image(bomb.toByteArray()))).isEqualTo(ApiError.MALFORMED_IMAGE);
    }

    @Test
    void mutatedFilesAreDecodedOrRefusedAndNeverBreakTheService() {
        var seeds = new byte[][] {
            TestPictures.jpeg(64, 48),
            TestPictures.jpeg(TestPictures.quarters(64, 48, BufferedImage.TYPE_INT_RGB), true),
            TestPictures.adobeCmyk(32, 32, 2),
            TestPictures.png(TestPictures.quarters(64, 48, BufferedImage.TYPE_INT_ARGB)),
            TestVideos.phone("mp4").withSize(64, 48).withFrames(10).withSound().record(),
            TestVideos.browser(false).withSize(64, 48).withFrames(10).record(),
            TestVideos.browser(true).withSize(64, 48).withFrames(10).record()
        };
        var random = new Random(5);
        for (var round = 0; round < 100; round++) {
            for (var seed : seeds) {
                var type = MediaType.of(seed);
                var item = new MediaItem(type, mutated(seed, random));
                var stage = item.isVideo()
                        ? TestDecoder.POOL.decodeVideo(item, 64, 5)
                        : TestDecoder.POOL.decodeImage(item, 64);
                assertThat(decodesOrRefuses(stage)).isIn(allowed(item));
            }
        }
        assertThat(image(seeds[0]).image()).hasToString("RgbImage[64 x 48]");
    }

    @Test
    void workersHaveAnEmptyEnvironmentAndLimits() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/environ")), "no /proc");
        try (var pool = TestDecoder.open(settings(1))) {
            await(pool.started());
            var worker = Path.of("/proc/" + pool.workerProcesses().getFirst());

            assertThat(Files.readAllBytes(worker.resolve("environ"))).isEmpty();
            assumeTrue(Files.isExecutable(Path.of("/usr/bin/prlimit")), "no memory limit on this system");
            assertThat(Files.readString(worker.resolve("limits")))
                    .containsPattern("Max data size +" + settings(1).memoryBytes())
                    .containsPattern("Max core file size +0");
        }
    }

    @Test
    void workersHaveNoNetworkWhereTheSystemAllowsIt() throws IOException {
        var prefix = Isolation.probe(SMALL).prefix();
        assumeTrue(prefix.contains("--net"), "no network namespaces on this system");
        try (var pool = TestDecoder.open(settings(1))) {
            await(pool.started());
            var worker = pool.workerProcesses().getFirst();
            var interfaces = Files.readAllLines(Path.of("/proc/" + worker + "/net/dev")).stream()
                    .filter(line -> line.contains(":"))
                    .map(line -> line.substring(0, line.indexOf(':')).strip());

            assertThat(interfaces).containsExactly("lo");
            assertThat(Files.readSymbolicLink(Path.of("/proc/" + worker + "/ns/net")))
                    .isNotEqualTo(Files.readSymbolicLink(Path.of("/proc/self/ns/net")));
        }
    }

    private static Set<String> allowed(MediaItem item) {
        return item.isVideo()
                ? Set.of("decoded", "NO_MEDIA", "NO_VIDEO", "UNDECODABLE_MEDIA", "LIVENESS_TIMEOUT")
                : Set.of("decoded", "MALFORMED_IMAGE", "UNSUPPORTED_IMAGE_TYPE", "UNDECODABLE_MEDIA");
    }

    private static String decodesOrRefuses(CompletionStage<?> stage) {
        try {
            await(stage);
            return "decoded";
        } catch (CompletionException e) {
            return e.getCause() instanceof MediaException refused
                    ? refused.error().name()
                    : e.toString();
        }
    }

    private static byte[] mutated(byte[] seed, Random random) {
        var bytes = random.nextInt(4) == 0 ? Arrays.copyOf(seed, random.nextInt(seed.length)) : seed.clone();
        for (var i = random.nextInt(12); i >= 0 && bytes.length > 8; i--) {
            bytes[8 + random.nextInt(bytes.length - 8)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static int lastScan(byte[] jpeg) {
        var scan = 0;
        for (var i = 0; i < jpeg.length - 1; i++) {
            if (jpeg[i] == -1 && jpeg[i + 1] == (byte) 0xDA) {
                scan = i;
            }
        }
        return scan;
    }
}

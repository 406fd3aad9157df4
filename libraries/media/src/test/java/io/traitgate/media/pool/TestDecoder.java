package io.traitgate.media.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.contract.error.ApiError;
import io.traitgate.media.DecodedImage;
import io.traitgate.media.DecodedVideo;
import io.traitgate.media.MediaException;
import io.traitgate.media.MediaItem;
import io.traitgate.media.MediaLimits;
import io.traitgate.media.MediaType;
import io.traitgate.media.RgbImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** One pool of one worker for the tests that only decode; it ends with the virtual machine. */
final class TestDecoder {
    static final DecoderPool POOL = open(settings(1));

    private TestDecoder() {}

    static DecoderSettings settings(int workers) {
        return DecoderSettings.of(workers)
                .withCacheDirectory(Path.of(System.getProperty("org.bytedeco.javacpp.cachedir")));
    }

    static DecoderPool open(DecoderSettings settings) {
        try {
            return DecoderPool.start(settings, MediaLimits.defaults());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MediaItem item(byte[] bytes) {
        return new MediaItem(MediaType.of(bytes), bytes);
    }

    static DecodedImage image(byte[] bytes) {
        return await(POOL.decodeImage(item(bytes)));
    }

    static DecodedVideo video(byte[] bytes, int frames) {
        return await(POOL.decodeVideo(item(bytes), 640, frames));
    }

    static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    /** The refusal of an item that must not be decoded. */
    static ApiError refusal(Supplier<?> decoding) {
        try {
            throw new AssertionError("decoded: " + decoding.get());
        } catch (CompletionException e) {
            if (e.getCause() instanceof MediaException refused) {
                return refused.error();
            }
            throw new AssertionError(e);
        }
    }

    /** Compares the four corners, a tenth inwards, with colours from the left top on. */
    static void assertCorners(RgbImage image, int... colours) {
        for (var i = 0; i < 4; i++) {
            var x = i % 2 == 0 ? image.width() / 10 : image.width() - 1 - image.width() / 10;
            var y = i < 2 ? image.height() / 10 : image.height() - 1 - image.height() / 10;
            assertColour(image.pixel(x, y), colours[i]);
        }
    }

    static void assertColour(int actual, int expected) {
        for (var shift = 0; shift <= 16; shift += 8) {
            assertThat(actual >> shift & 0xFF)
                    .as("channel %d of %06x, expected %06x", shift / 8, actual, expected)
                    .isBetween((expected >> shift & 0xFF) - 10, (expected >> shift & 0xFF) + 10);
        }
    }
}

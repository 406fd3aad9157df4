package io.traitgate.face.service.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traitgate.contract.error.ApiException;
import io.traitgate.face.FaceAnalyser.Sideways;
import io.traitgate.face.FaceEngine;
import io.traitgate.face.FaceEngineSettings;
import io.traitgate.face.embedding.EmbedderChoice;
import io.traitgate.face.quality.QualityThresholds;
import io.traitgate.media.DecodedImage;
import io.traitgate.media.DecodedVideo;
import io.traitgate.media.FaceMedia;
import io.traitgate.media.MediaDecoder;
import io.traitgate.media.MediaItem;
import io.traitgate.media.MediaLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemReaderTest {

    private static final String JPEG = Base64.getEncoder()
            .encodeToString(
                    new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0});

    @TempDir
    Path modelCache;

    @Test
    void decoderThatNeverAnswers_holdsALaneNoLongerThanTheCallerWaits() {
        NeverAnswers decoder = new NeverAnswers();
        ItemRules rules = new ItemRules(new FaceMedia(MediaLimits.defaults(), true), Sideways.REFUSE);
        try (FaceEngine engine = FaceEngine.open(new FaceEngineSettings(
                EmbedderChoice.parse("mobilefacenet"), Map.of(), modelCache, null, QualityThresholds.defaults()))) {
            ItemReader reader = new ItemReader(decoder, engine.analyser(), new VideoRules(8, 3, 640));
            Instant start = Instant.now();

            assertThatThrownBy(() -> reader.read(JPEG, rules, Duration.ofMillis(200)))
                    .isInstanceOfSatisfying(ApiException.class, refused -> {
                        assertThat(refused.status()).isEqualTo(500);
                        assertThat(refused.errors().getFirst().code()).isEqualTo(170);
                    });

            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));
            assertThat(decoder.image).isCancelled();
        }
    }

    private static final class NeverAnswers implements MediaDecoder {

        private final CompletableFuture<DecodedImage> image = new CompletableFuture<>();

        @Override
        public CompletionStage<DecodedImage> decodeImage(MediaItem item, int longestSide) {
            return image;
        }

        @Override
        public CompletionStage<DecodedVideo> decodeVideo(MediaItem item, int longestSide, int frames) {
            return new CompletableFuture<>();
        }
    }
}

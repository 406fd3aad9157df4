package io.traitgate.face.service.item;

import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.face.FaceAnalyser;
import io.traitgate.face.FaceAnalysis;
import io.traitgate.inference.measure.Stages;
import io.traitgate.media.Base64Media;
import io.traitgate.media.MediaDecoder;
import io.traitgate.media.MediaException;
import io.traitgate.media.MediaItem;
import io.traitgate.media.RgbImage;
import io.traitgate.media.VideoFrame;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads items: base64, type by content, size, decoding in a worker, and the judgement of the face.
 *
 * <p>Blocks while the worker decodes, and needs a core for the rest: belongs on a lane. What is wrong with an item is its
 * {@link ItemResult}; what is wrong with this service (no worker, no time) fails the call.
 */
public final class ItemReader {

    /** For the decoder to say itself that its time is over, which tells more. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final MediaDecoder decoder;
    private final FaceAnalyser analyser;
    private final VideoRules video;

    public ItemReader(MediaDecoder decoder, FaceAnalyser analyser, VideoRules video) {
        this.decoder = decoder;
        this.analyser = analyser;
        this.video = video;
    }

    /**
     * Reads an item.
     *
     * @param base64 the element of the request; null where it is not a text
     * @param timeLeft how long the caller waits for it
     * @throws ApiException if this service could not do its part, 500/170 if not in time
     */
    public ItemResult read(@Nullable String base64, ItemRules rules, Duration timeLeft) {
        try {
            MediaItem item = admit(base64, rules);
            return toResult(
                    item.isVideo() ? analyseVideo(item, rules, timeLeft) : analyseImage(item, rules, timeLeft), item);
        } catch (MediaException refused) {
            if (refused.error().status() >= 500) {
                throw refused.toApiException();
            }
            return new ItemResult.Refused(refused.error(), null, null);
        }
    }

    private static MediaItem admit(@Nullable String base64, ItemRules rules) {
        if (base64 == null || base64.isEmpty()) {
            throw new MediaException(ApiError.NO_IMAGE_DATA);
        }
        return rules.media()
                .admit(Base64Media.decode(base64, rules.media().limits().itemBytes()));
    }

    private FaceAnalysis analyseImage(MediaItem item, ItemRules rules, Duration timeLeft) {
        Duration limit = rules.media().limits().imageTime();
        return analyser.analyse(
                await(decoder.decodeImage(item), limit, timeLeft).image(), rules.sideways());
    }

    private FaceAnalysis analyseVideo(MediaItem item, ItemRules rules, Duration timeLeft) {
        Duration limit = rules.media().limits().videoTime();
        List<RgbImage> frames =
                await(decoder.decodeVideo(item, video.longestSide(), video.frames()), limit, timeLeft).frames().stream()
                        .map(VideoFrame::image)
                        .toList();
        return analyser.analyse(frames, rules.sideways(), video.best());
    }

    private static ItemResult toResult(FaceAnalysis analysis, MediaItem item) {
        return switch (analysis) {
            case FaceAnalysis.Accepted face ->
                new ItemResult.Accepted(face.samples(), sha256(item.bytes()), face.measures());
            case FaceAnalysis.Refused face -> new ItemResult.Refused(face.error(), face.measures(), face.gate());
        };
    }

    /**
     * The lane waits: the decoder works on this lane's behalf in a process of its own. It waits no longer than the caller
     * does, and not much longer than the decoder may take.
     */
    private static <T> T await(CompletionStage<T> decoding, Duration limit, Duration timeLeft) {
        return Stages.time("decode", () -> awaitDecoded(decoding, limit, timeLeft));
    }

    private static <T> T awaitDecoded(CompletionStage<T> decoding, Duration limit, Duration timeLeft) {
        CompletableFuture<T> result = decoding.toCompletableFuture();
        Duration patience = limit.plus(GRACE);
        try {
            return result.get((timeLeft.compareTo(patience) < 0 ? timeLeft : patience).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            result.cancel(true);
            throw new ApiException(ApiError.TIMEOUT);
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new ApiException(ApiError.TIMEOUT);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MediaException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

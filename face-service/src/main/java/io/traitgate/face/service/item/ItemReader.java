package io.traitgate.face.service.item;

import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.face.FaceAnalyser;
import io.traitgate.face.FaceAnalysis;
import io.traitgate.media.Base64Media;
import io.traitgate.media.MediaDecoder;
import io.traitgate.media.MediaException;
import io.traitgate.media.MediaItem;
import io.traitgate.media.RgbImage;
import io.traitgate.media.VideoFrame;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Reads items: base64, type by content, size, decoding in a worker, and the judgement of the face.
 *
 * <p>Blocks while the worker decodes, and needs a core for the rest: belongs on a lane. What is wrong with an item is its
 * {@link ItemResult}; what is wrong with this service (no worker, no time) fails the call.
 */
public final class ItemReader {

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
     * @throws ApiException if this service could not do its part
     */
    public ItemResult read(@Nullable String base64, ItemRules rules) {
        try {
            MediaItem item = admit(base64, rules);
            return toResult(item.isVideo() ? analyseVideo(item, rules) : analyseImage(item, rules), item);
        } catch (MediaException refused) {
            if (refused.error().status() >= 500) {
                throw refused.toApiException();
            }
            return new ItemResult.Refused(refused.error(), null);
        }
    }

    private static MediaItem admit(@Nullable String base64, ItemRules rules) {
        if (base64 == null || base64.isEmpty()) {
            throw new MediaException(ApiError.NO_IMAGE_DATA);
        }
        return rules.media()
                .admit(Base64Media.decode(base64, rules.media().limits().itemBytes()));
    }

    private FaceAnalysis analyseImage(MediaItem item, ItemRules rules) {
        return analyser.analyse(await(decoder.decodeImage(item)).image(), rules.sideways());
    }

    private FaceAnalysis analyseVideo(MediaItem item, ItemRules rules) {
        List<RgbImage> frames = await(decoder.decodeVideo(item, video.longestSide(), video.frames())).frames().stream()
                .map(VideoFrame::image)
                .toList();
        return analyser.analyse(frames, rules.sideways(), video.best());
    }

    private static ItemResult toResult(FaceAnalysis analysis, MediaItem item) {
        return switch (analysis) {
            case FaceAnalysis.Accepted face ->
                new ItemResult.Accepted(face.samples(), sha256(item.bytes()), face.measures());
            case FaceAnalysis.Refused face -> new ItemResult.Refused(face.error(), face.measures());
        };
    }

    /** The lane waits: the decoder works on this lane's behalf in a process of its own. */
    private static <T> T await(CompletionStage<T> decoding) {
        try {
            return decoding.toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof MediaException refused) {
                throw refused;
            }
            throw e;
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

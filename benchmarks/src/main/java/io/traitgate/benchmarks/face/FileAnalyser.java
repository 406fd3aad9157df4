package io.traitgate.benchmarks.face;

import io.traitgate.face.FaceAnalyser;
import io.traitgate.face.FaceAnalysis;
import io.traitgate.media.DecodedImage;
import io.traitgate.media.FaceMedia;
import io.traitgate.media.MediaException;
import io.traitgate.media.MediaLimits;
import io.traitgate.media.pool.DecoderPool;
import io.traitgate.media.pool.DecoderSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Judges image files as the face service judges the items of a call: the same gates, the same decoder worker. */
final class FileAnalyser implements AutoCloseable {
    private final FaceMedia media = new FaceMedia(MediaLimits.defaults(), true);
    private final DecoderPool decoder;
    private final FaceAnalyser analyser;

    FileAnalyser(FaceAnalyser analyser) throws IOException {
        this.decoder = DecoderPool.start(DecoderSettings.of(1), MediaLimits.defaults());
        this.analyser = analyser;
    }

    /**
     * What the service would say to a file.
     *
     * @param code of the contract, 0 if the file is accepted
     * @param analysis null where the file was refused before a face was looked for
     */
    record Verdict(int code, @Nullable FaceAnalysis analysis) {
        boolean accepted() {
            return code == 0;
        }
    }

    Verdict judge(Path file) throws IOException {
        DecodedImage image;
        try {
            var item = media.admit(Files.readAllBytes(file));
            image = decoder.decodeImage(item).toCompletableFuture().join();
        } catch (MediaException e) {
            return new Verdict(e.error().code(), null);
        } catch (CompletionException e) {
            if (e.getCause() instanceof MediaException refused) {
                return new Verdict(refused.error().code(), null);
            }
            throw e;
        }
        var analysis = analyser.analyse(image.image(), FaceAnalyser.Sideways.REFUSE);
        return switch (analysis) {
            case FaceAnalysis.Accepted accepted -> new Verdict(0, accepted);
            case FaceAnalysis.Refused refused -> new Verdict(refused.error().code(), refused);
        };
    }

    @Override
    public void close() {
        decoder.close();
    }
}

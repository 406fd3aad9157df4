package io.traitgate.face.service.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.traitgate.face.FaceEngine;
import io.traitgate.face.FaceEngineSettings;
import io.traitgate.face.embedding.EmbedderChoice;
import io.traitgate.face.quality.QualityThresholds;
import io.traitgate.face.service.item.ItemReader;
import io.traitgate.face.service.item.VideoRules;
import io.traitgate.face.service.lane.LaneMetrics;
import io.traitgate.inference.lane.LaneSettings;
import io.traitgate.inference.lane.Lanes;
import io.traitgate.inference.model.ModelSource;
import io.traitgate.media.MediaLimits;
import io.traitgate.media.pool.DecoderPool;
import io.traitgate.media.pool.DecoderSettings;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Makes what recognises faces; all of it at start, so that a missing model stops the service before its first call. */
@Singleton
final class EngineProducer {

    private static final Logger LOGGER = Logger.getLogger(EngineProducer.class);

    private final FaceSettings settings;

    EngineProducer(FaceSettings settings) {
        this.settings = settings;
    }

    void start(
            @Observes StartupEvent event, FaceEngine engine, Lanes lanes, DecoderPool decoder, MeterRegistry registry) {
        LaneMetrics.watch(lanes, registry);
        LOGGER.infof("face engine ready lanes=%d models=%s", lanes.size(), engine.modelVersions());
    }

    @Produces
    @Singleton
    FaceEngine engine() {
        return FaceEngine.open(new FaceEngineSettings(
                EmbedderChoice.parse(settings.embedder()),
                settings.models().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> source(entry.getValue()))),
                settings.modelCache(),
                settings.calibration().orElse(null),
                QualityThresholds.defaults()));
    }

    void close(@Disposes FaceEngine engine) {
        engine.close();
    }

    @Produces
    @Singleton
    Lanes lanes(MeterRegistry registry) {
        return new Lanes(
                new LaneSettings(
                        laneCount(),
                        settings.lanes().maxWait(),
                        settings.lanes().maxQueuedBuilds()),
                new LaneMetrics(registry));
    }

    void close(@Disposes Lanes lanes) {
        lanes.close();
    }

    @Produces
    @Singleton
    DecoderPool decoder(MediaLimits limits) {
        DecoderSettings pool = DecoderSettings.of(laneCount())
                .withMemoryBytes((long) settings.decoder().memoryMegabytes() << 20);
        try {
            return DecoderPool.start(
                    settings.decoder()
                            .cacheDirectory()
                            .map(pool::withCacheDirectory)
                            .orElse(pool),
                    limits);
        } catch (IOException e) {
            throw new UncheckedIOException("The decoder workers cannot be started", e);
        }
    }

    void close(@Disposes DecoderPool decoder) {
        decoder.close();
    }

    @Produces
    @Singleton
    MediaLimits limits() {
        MediaLimits defaults = MediaLimits.defaults();
        return new MediaLimits(
                settings.limits().imageBytes(),
                settings.limits().videoBytes(),
                defaults.imagePixels(),
                defaults.videoPixels(),
                settings.limits().videoLength(),
                defaults.videoPackets(),
                defaults.imageTime(),
                defaults.videoTime());
    }

    @Produces
    @Singleton
    ItemReader reader(DecoderPool decoder, FaceEngine engine) {
        return new ItemReader(
                decoder,
                engine.analyser(),
                new VideoRules(
                        settings.video().frames(),
                        settings.video().best(),
                        settings.video().longestSide()));
    }

    private int laneCount() {
        return settings.lanes().count().orElse(LaneSettings.ofCores().lanes());
    }

    private static ModelSource source(FaceSettings.ModelFile file) {
        return ModelSource.parse(file.location(), file.sha256().orElse(null));
    }
}

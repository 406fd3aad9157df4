package io.traitgate.face.service.engine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How faces are recognised, and with how much of the machine. */
@ConfigMapping(prefix = "traitgate.face")
public interface FaceSettings {

    /** Which network makes the embeddings: {@code mobilefacenet} or {@code dlib}. */
    @WithDefault("mobilefacenet")
    @Pattern(regexp = "mobilefacenet|dlib")
    String embedder();

    /** Files in place of the shipped ones, by role: {@code face-detector}, {@code face-mesh}, {@code face-embedder}. */
    Map<String, ModelFile> models();

    /** Calibration file in place of the shipped one; needed where the embedder's file is replaced. */
    Optional<Path> calibration();

    /** Where models that are fetched over HTTPS are kept. */
    @WithDefault("${java.io.tmpdir}/traitgate-models")
    Path modelCache();

    /** What is taken in. */
    @Valid
    Limits limits();

    /** What is looked at in a video. */
    @Valid
    Video video();

    /** The pool that detection, embedding and template builds share. */
    @Valid
    Lanes lanes();

    /** The processes that decode media. */
    @Valid
    Decoder decoder();

    /** A file of a network. */
    interface ModelFile {

        /** Path of a file, or an {@code https:} address. */
        String location();

        /** SHA-256 of the file in hex; required for an address. */
        Optional<String> sha256();
    }

    /** Largest and longest items. */
    interface Limits {

        /** Bytes of a photo; 10,000 to 1,500,000. */
        @WithDefault("512000")
        @Min(10_000)
        @Max(1_500_000)
        int imageBytes();

        /** Bytes of a video; 10,000 to 1,500,000. */
        @WithDefault("1500000")
        @Min(10_000)
        @Max(1_500_000)
        int videoBytes();

        /** Length of a video; 1 to 10 seconds. */
        @WithDefault("4S")
        @DurationMin(seconds = 1)
        @DurationMax(seconds = 10)
        Duration videoLength();
    }

    /** Frames of a video. */
    interface Video {

        /** How many frames are judged; 1 to 60. */
        @WithDefault("8")
        @Min(1)
        @Max(60)
        int frames();

        /** How many of them are used at most, the best; 1 to 8. */
        @WithDefault("3")
        @Min(1)
        @Max(8)
        int best();

        /** To which longest side frames are scaled down, in pixels; 240 to 1600. */
        @WithDefault("640")
        @Min(240)
        @Max(1600)
        int longestSide();
    }

    /** Lanes and their admission. */
    interface Lanes {

        /** How many; one for each processor by default, 1 to 256. */
        Optional<@Min(1) @Max(256) Integer> count();

        /** A call that would wait longer for its turn is refused with 503/170; 50 ms to 5 s. */
        @WithDefault("1S")
        @DurationMin(millis = 50)
        @DurationMax(seconds = 5)
        Duration maxWait();

        /** Template builds that wait at most; 1 to 1024. */
        @WithDefault("64")
        @Min(1)
        @Max(1024)
        int maxQueuedBuilds();
    }

    /** Decoder workers: one for each lane. */
    interface Decoder {

        /** Memory of a worker in megabytes; 256 to 4096. */
        @WithDefault("512")
        @Min(256)
        @Max(4096)
        int memoryMegabytes();

        /** Where the native libraries are unpacked; a folder of this user's own among the temporary ones by default. */
        Optional<Path> cacheDirectory();
    }
}

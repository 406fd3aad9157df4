package io.traitgate.inference.model;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a model file comes from, and the checksum that it must have. */
public sealed interface ModelSource {

    /** The SHA-256 of the file in lower-case hex, or null where the operator vouches for a local file as it is. */
    @Nullable
    String sha256();

    /** A file that is shipped on the class path. */
    record BuiltIn(String resource, @Nullable String sha256) implements ModelSource {
        public BuiltIn {
            sha256 = Checksum.normalised(sha256);
        }
    }

    /** A file of the operator. */
    record LocalFile(Path path, @Nullable String sha256) implements ModelSource {
        public LocalFile {
            sha256 = Checksum.normalised(sha256);
        }
    }

    /** A file that is fetched once over HTTPS and kept; never used unless its checksum is the stated one. */
    record Download(URI uri, String sha256) implements ModelSource {
        public Download {
            if (!"https".equalsIgnoreCase(uri.getScheme())) {
                throw new IllegalArgumentException("A model is fetched over HTTPS only: " + uri);
            }
            sha256 = Checksum.required(sha256);
        }
    }

    /**
     * Reads a setting: an {@code https:} address (which needs a checksum) or the path of a file.
     *
     * @throws IllegalArgumentException for another scheme, a missing or malformed checksum
     */
    static ModelSource parse(String location, @Nullable String sha256) {
        if (location.regionMatches(true, 0, "file:", 0, 5)) {
            return new LocalFile(Path.of(URI.create(location)), sha256);
        }
        if (!Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]+:").matcher(location).lookingAt()) {
            return new LocalFile(Path.of(location), sha256);
        }
        if (sha256 == null) {
            throw new IllegalArgumentException("A model that is fetched needs its SHA-256: " + location);
        }
        return new Download(URI.create(location), sha256);
    }

    /** The written form of checksums. */
    final class Checksum {
        private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

        private Checksum() {}

        static @Nullable String normalised(@Nullable String sha256) {
            return sha256 == null ? null : required(sha256);
        }

        static String required(String sha256) {
            var lower = sha256.strip().toLowerCase(Locale.ROOT);
            if (!SHA_256.matcher(lower).matches()) {
                throw new IllegalArgumentException("Not a SHA-256 in hex: " + sha256);
            }
            return lower;
        }
    }
}

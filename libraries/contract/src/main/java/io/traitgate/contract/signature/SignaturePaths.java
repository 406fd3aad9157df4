package io.traitgate.contract.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The paths that a client may have signed for one request. Clients behind a gateway sign the path they see, which
 * may have a prefix; others sign their own constant whatever they request; one platform decodes the path and drops
 * its trailing slash.
 */
public final class SignaturePaths {

    private SignaturePaths() {}

    /**
     * The candidates in lower case, in order and without duplicates: as received, without one trailing slash, decoded, canonical,
     * canonical behind each external prefix.
     *
     * @param rawPath as received, without query
     * @param canonical the path of the route
     * @param externalPrefixes of gateways that strip a prefix, such as {@code /gw}
     */
    public static List<String> candidates(String rawPath, String canonical, Collection<String> externalPrefixes) {
        Set<String> paths = new LinkedHashSet<>();
        String withoutSlash = rawPath.endsWith("/") ? rawPath.substring(0, rawPath.length() - 1) : rawPath;
        paths.add(rawPath);
        paths.add(withoutSlash);
        decode(withoutSlash).ifPresent(paths::add);
        paths.add(canonical);
        externalPrefixes.forEach(prefix -> paths.add(prefix + canonical));
        return paths.stream().map(MessageHead::lower).distinct().toList();
    }

    /** The path with its percent escapes resolved, as UTF-8; empty if an escape is malformed. */
    public static Optional<String> decode(String path) {
        if (path.indexOf('%') < 0) {
            return Optional.of(path);
        }
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(path.length());
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                decoded.write(bytes[i]);
                continue;
            }
            int high = i + 1 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            decoded.write(high << 4 | low);
            i += 2;
        }
        return Optional.of(decoded.toString(StandardCharsets.UTF_8));
    }
}

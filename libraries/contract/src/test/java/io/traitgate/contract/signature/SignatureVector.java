package io.traitgate.contract.signature;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * One request with its known signature: printed in public documents, captured from real clients, or our own. Bodies
 * of documents we may not copy are named by file and read from the folder that {@code TRAITGATE_REFERENCE} names.
 */
record SignatureVector(
        String id,
        String scheme,
        String secret,
        String method,
        String path,
        String correct,
        @Nullable String body,
        @Nullable String bodyFile,
        int bodyBytes,
        @Nullable String bodySha256,
        @Nullable String printedButWrong) {

    static List<SignatureVector> all() {
        try (InputStream in = SignatureVector.class.getResourceAsStream("signature-vectors.json")) {
            return List.of(new JsonMapper().readValue(in, SignatureVector[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SignatureVector of(String id) {
        return all().stream()
                .filter(vector -> vector.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    boolean web() {
        return scheme.equals("web-code-unit");
    }

    /** Empty if the body is one of those we may not copy and the folder is not named. */
    Optional<byte[]> bytes() {
        if (body != null) {
            return Optional.of(body.getBytes(StandardCharsets.UTF_8));
        }
        return Optional.ofNullable(System.getenv("TRAITGATE_REFERENCE"))
                .map(folder -> read(Path.of(folder).resolve(Objects.requireNonNull(bodyFile))));
    }

    private static byte[] read(Path file) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            byte[] bytes = in.readAllBytes();
            // The final line feed belongs to the file, not to the body.
            return Arrays.copyOf(bytes, bytes.length - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return id;
    }
}

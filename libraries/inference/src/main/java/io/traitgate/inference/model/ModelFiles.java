package io.traitgate.inference.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Reads model files and checks them. A fetched file enters the cache folder under its checksum, and only after that
 * was found right; on later starts it is checked again and needs no network.
 */
final class ModelFiles {
    private final Path cache;
    private final ModelFetcher fetcher;

    ModelFiles(Path cache, ModelFetcher fetcher) {
        this.cache = cache;
        this.fetcher = fetcher;
    }

    /** The bytes of a model file and their checksum in hex. */
    record ModelBytes(byte[] bytes, String sha256) {}

    ModelBytes read(ModelDefinition model) {
        try {
            return switch (model.source()) {
                case ModelSource.BuiltIn builtIn -> checked(model, resource(builtIn.resource()), builtIn.sha256());
                case ModelSource.LocalFile file -> checked(model, Files.readAllBytes(file.path()), file.sha256());
                case ModelSource.Download download -> download(model, download);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelUnavailableException("Interrupted while fetching the model for " + model.role(), e);
        } catch (IOException e) {
            throw new ModelUnavailableException("No model for " + model.role() + ": " + e, e);
        }
    }

    private static byte[] resource(String name) throws IOException {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var stream = (loader == null ? ModelFiles.class.getClassLoader() : loader).getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("no resource " + name + " on the class path");
            }
            return stream.readAllBytes();
        }
    }

    private ModelBytes download(ModelDefinition model, ModelSource.Download download)
            throws IOException, InterruptedException {
        var cached = cache.resolve(download.sha256() + ".onnx");
        if (Files.exists(cached)) {
            return checked(model, Files.readAllBytes(cached), download.sha256());
        }
        var bytes = fetcher.fetch(download.uri());
        var checked = checked(model, bytes, download.sha256());
        Files.createDirectories(cache);
        var part = Files.createTempFile(cache, "model", ".part");
        try {
            Files.write(part, bytes);
            Files.move(part, cached, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return checked;
    }

    private static ModelBytes checked(ModelDefinition model, byte[] bytes, @Nullable String expected) {
        var actual = sha256(bytes);
        if (expected != null && !expected.equals(actual)) {
            throw new ModelUnavailableException(
                    "The model for %s has SHA-256 %s, not %s".formatted(model.role(), actual, expected), null);
        }
        return new ModelBytes(bytes, actual);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}

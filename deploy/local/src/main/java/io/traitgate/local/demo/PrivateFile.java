package io.traitgate.local.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.traitgate.local.stores.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A record in a JSON file that only its owner can read. */
public final class PrivateFile<T extends Record> {
    private static final ObjectMapper JSON = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    private final Path file;
    private final Class<T> type;

    public PrivateFile(Path file, Class<T> type) {
        this.file = file;
        this.type = type;
    }

    /**
     * Empty if there is no such file.
     *
     * @throws UncheckedIOException if there is one that TraitGate has not written
     */
    public Optional<T> read() {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), type));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            // The cause would show what the file holds.
            throw new UncheckedIOException(new IOException(file + " is not what TraitGate has written; remove it"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Replaces the file as a whole. */
    public void write(T value) {
        try {
            Folders.writePrivate(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

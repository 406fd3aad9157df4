package io.traitgate.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.traitgate.local.stores.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** What {@code credentials.json} holds: the address of the API and a key pair for it. */
public record Credentials(String url, String apiKey, String secret) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty if there is no such file. */
    public static Optional<Credentials> read(Path file) {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), Credentials.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Writes the file so that only its owner can read it. */
    public void write(Path file) {
        try {
            Folders.writePrivate(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same pair at another address. */
    public Credentials at(String otherUrl) {
        return new Credentials(otherUrl, apiKey, secret);
    }

    @Override
    public String toString() {
        return apiKey + " at " + url;
    }
}

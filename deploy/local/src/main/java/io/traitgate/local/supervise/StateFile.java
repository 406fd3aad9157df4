package io.traitgate.local.supervise;

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

/** Where a launcher tells the other commands how it is. Replaced as a whole, so that a reader never sees half of it. */
public final class StateFile {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path file;

    public StateFile(Path file) {
        this.file = file;
    }

    public void write(LauncherState state) {
        try {
            Folders.writePrivate(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(state));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty if no launcher has written yet, or one of another version wrote what this one does not understand. */
    public Optional<LauncherState> read() {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), LauncherState.class));
        } catch (NoSuchFileException | JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** What a launcher that still runs has written. */
    public Optional<LauncherState> readAlive() {
        return read().filter(LauncherState::alive);
    }
}

package io.traitgate.client.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Photos and videos from files, as they are: what they hold is for the server to tell. */
final class Media {
    private Media() {}

    static List<byte[]> read(List<Path> files) {
        List<byte[]> items = new ArrayList<>();
        for (Path file : files) {
            items.add(read(file));
        }
        return items;
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new WrongUseException("There is no file " + file);
        } catch (IOException unreadable) {
            throw new WrongUseException("Cannot read " + file + ": " + unreadable.getMessage());
        }
    }
}

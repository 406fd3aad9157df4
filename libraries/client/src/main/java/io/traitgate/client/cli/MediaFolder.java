package io.traitgate.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.traitgate.client.admin.SentMedia;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** A folder into which media of events are written: files of strangers, named by us and never opened. */
final class MediaFolder {
    private final Path folder;
    private final Terminal terminal;

    MediaFolder(Path folder, Terminal terminal) {
        this.folder = folder;
        this.terminal = terminal;
    }

    void write(JsonNode event, List<SentMedia> media) {
        for (SentMedia item : media) {
            String name = event.path("id").asText().replaceAll("[^0-9a-f-]", "")
                    + '-'
                    + item.field().replaceAll("[^a-z0-9]", "")
                    + '-'
                    + item.index();
            if (item.leftOut() > 0) {
                terminal.problem(name + " was left out: " + item.leftOut() + " characters found no room");
            } else {
                write(name, item.base64());
            }
        }
    }

    /** What is no base64 is written as it came. */
    private void write(String name, String base64) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            String text = base64.startsWith("data:") ? base64.substring(base64.indexOf(',') + 1) : base64;
            Path file = folder.resolve(name + extension(text));
            Files.write(file, decoded(text));
            terminal.problem("written: " + file);
        } catch (IOException e) {
            throw new WrongUseException("Cannot write into " + folder + ": " + e.getMessage());
        }
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            return text.getBytes(UTF_8);
        }
    }

    /** By the first characters, for the convenience of whoever opens the folder. */
    private static String extension(String base64) {
        if (base64.startsWith("/9j/")) {
            return ".jpg";
        }
        if (base64.startsWith("iVBOR")) {
            return ".png";
        }
        return Set.of("AAAA", "GkXf").contains(base64.substring(0, Math.min(4, base64.length()))) ? ".video" : ".bin";
    }
}

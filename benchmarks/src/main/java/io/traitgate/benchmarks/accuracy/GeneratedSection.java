package io.traitgate.benchmarks.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a document that a command writes: what lies between {@code <!-- begin NAME -->} and {@code <!-- end NAME -->}.
 * The rest is written by people and stays.
 */
public final class GeneratedSection {
    private GeneratedSection() {}

    /**
     * Puts new content between the marks.
     *
     * @throws IOException when the document cannot be read or written, or lacks the marks
     */
    public static void write(Path document, String name, String content) throws IOException {
        var text = Files.readString(document);
        var begin = "<!-- begin " + name + " -->\n";
        var end = "<!-- end " + name + " -->";
        var from = text.indexOf(begin);
        var to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new IOException(document + " has no part between '" + begin.strip() + "' and '" + end + "'");
        }
        Files.writeString(
                document,
                text.substring(0, from + begin.length()) + "\n" + content.strip() + "\n\n" + text.substring(to));
    }
}

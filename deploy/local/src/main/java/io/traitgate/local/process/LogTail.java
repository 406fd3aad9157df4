package io.traitgate.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log file, read from its end, whatever its size. */
public final class LogTail {
    private static final int MOST_BYTES = 64 * 1024;

    private static final int READABLE = 240;

    private LogTail() {}

    /** The same, each line cut to a length that a person reads. */
    static List<String> readable(Path log, int lines) {
        return of(log, lines).stream()
                .map(line -> line.length() > READABLE ? line.substring(0, READABLE) + "..." : line)
                .toList();
    }

    /** At most the given number of lines; none when the file cannot be read. */
    public static List<String> of(Path log, int lines) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - MOST_BYTES);
            byte[] bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            List<String> all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}

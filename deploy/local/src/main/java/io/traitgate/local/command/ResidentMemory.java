package io.traitgate.local.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Memory of processes as {@code ps} tells it; what they share is counted for each. */
final class ResidentMemory {
    private static final int KIB = 1024;

    private ResidentMemory() {}

    /** Of one process, in bytes; 0 when it cannot be found out. */
    static long of(long pid) {
        return sum(List.of(pid));
    }

    /** Of a process and all it has started, in bytes. */
    static long ofFamily(long pid) {
        return sum(ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(ProcessHandle::pid)
                .toList());
    }

    private static long sum(List<Long> pids) {
        if (pids.isEmpty()) {
            return 0;
        }
        String list = pids.stream().map(String::valueOf).collect(Collectors.joining(","));
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", list)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var reader = ps.inputReader(StandardCharsets.US_ASCII)) {
                return reader.lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .mapToLong(Long::parseLong)
                                .sum()
                        * KIB;
            }
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}

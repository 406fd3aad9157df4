package io.traitgate.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The JVM's ahead-of-time cache of one program (JEP 514): classes as they are after loading and linking, kept from one start to
 * the next. The first start after a build records; the cache is written once the program is up, and is good for the same
 * program, options and JVM only, which its name tells.
 */
public final class StartupCache {
    private static final String SUFFIX = ".aot";
    private static final String UNFINISHED = ".recording";
    private static final long LIMIT_SECONDS = 120;

    private final Path folder;
    private final String name;
    private final Path file;

    /**
     * The cache of one program as it is now.
     *
     * @param folder where caches lie
     * @param name of the program
     * @param program the files it is made of, or enough of them to tell one build from the next
     * @param options of the JVM, which the cache depends on
     */
    public StartupCache(Path folder, String name, List<Path> program, List<String> options) {
        this.folder = folder;
        this.name = name;
        this.file = folder.resolve(name + "-" + fingerprint(program, options) + SUFFIX);
    }

    /** JVM options: use the cache if there is one, record it otherwise. */
    public List<String> options() {
        if (!isMissing()) {
            return List.of("-XX:AOTCache=" + file, "-Xlog:aot=error");
        }
        forgetOthers();
        return List.of("-XX:AOTCacheOutput=" + unfinished(), "-Xlog:aot=error");
    }

    /** Whether there is none yet. */
    public boolean isMissing() {
        return !Files.exists(file);
    }

    /** Ends the recording of a running process and keeps the cache. Does nothing if there is a cache already. */
    public void complete(long pid) throws InterruptedException {
        if (!isMissing()) {
            return;
        }
        try {
            Process command = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(pid),
                            "AOT.end_recording")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (command.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) && Files.exists(unfinished())) {
                Files.move(unfinished(), file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the start-up cache of " + name, e);
        }
    }

    private Path unfinished() {
        return file.resolveSibling(file.getFileName() + UNFINISHED);
    }

    private void forgetOthers() {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path other : files.filter(this::isOfThisProgram).toList()) {
                    Files.deleteIfExists(other);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOfThisProgram(Path path) {
        return path.getFileName().toString().startsWith(name + "-");
    }

    private static String fingerprint(List<Path> program, List<String> options) {
        try {
            List<String> parts = new ArrayList<>(options);
            parts.add(Runtime.version().toString());
            parts.add(System.getProperty("java.home"));
            for (Path part : program) {
                parts.add(part + " " + Files.getLastModifiedTime(part) + " " + Files.size(part));
            }
            byte[] key = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key), 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException("part of a program is missing: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}

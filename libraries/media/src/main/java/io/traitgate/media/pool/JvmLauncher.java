package io.traitgate.media.pool;

import io.traitgate.media.worker.DecoderWorker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts workers as small virtual machines with an empty environment, in a folder that holds only native libraries,
 * behind whatever confinement the system offers.
 */
final class JvmLauncher implements WorkerLauncher {
    /** FFmpeg's limit for one allocation: a frame of twelve megapixels with 16-bit red, green, blue and alpha. */
    private static final long MAX_ALLOCATION = 104L << 20;

    private static final List<String> JVM_OPTIONS = List.of(
            "-Xms8m",
            "-Xmx64m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=16m",
            "-XX:CompressedClassSpaceSize=16m",
            "-XX:MaxMetaspaceSize=64m",
            "-XX:MaxDirectMemorySize=1m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisableAttachMechanism",
            "-XX:-UsePerfData",
            // Nothing but the protocol on standard output, and no memory contents in crash reports.
            "-XX:+DisplayVMOutputToStderr",
            "-XX:+SuppressFatalErrorMessage",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.bytedeco.javacpp.nopointergc=true",
            "-Dorg.bytedeco.javacpp.maxbytes=0",
            "-Dorg.bytedeco.javacpp.maxphysicalbytes=0");

    private final DecoderSettings settings;
    private final List<String> command;

    JvmLauncher(DecoderSettings settings) throws IOException {
        this.settings = settings;
        var cache = NativeCache.prepare(settings.cacheDirectory());
        var arguments = new ArrayList<>(Isolation.probe(settings.memoryBytes()).prefix());
        arguments.add(settings.java().toString());
        arguments.addAll(JVM_OPTIONS);
        arguments.add("-Dorg.bytedeco.javacpp.cachedir=" + cache.toAbsolutePath());
        // A worker that is killed clears nothing away, so it gets no place outside of its own folder.
        arguments.add("-Djava.io.tmpdir=" + cache.toAbsolutePath());
        arguments.add("-cp");
        arguments.add(WorkerClassPath.find());
        arguments.add(DecoderWorker.class.getName());
        arguments.add(Long.toString(MAX_ALLOCATION));
        command = List.copyOf(arguments);
    }

    @Override
    public Process launch() throws IOException {
        var builder =
                new ProcessBuilder(command).directory(settings.cacheDirectory().toFile());
        builder.environment().clear();
        return builder.start();
    }
}

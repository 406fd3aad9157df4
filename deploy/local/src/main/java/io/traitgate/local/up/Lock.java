package io.traitgate.local.up;

import io.traitgate.local.Home;
import io.traitgate.local.process.ProcessRecord;
import io.traitgate.local.stores.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held by the one launcher of an installation, and given back by the system whatever happens to that launcher. */
final class Lock implements AutoCloseable {
    private final FileChannel channel;
    private final Path record;

    private Lock(FileChannel channel, Path record) {
        this.channel = channel;
        this.record = record;
    }

    /** Empty if another launcher runs. */
    static Optional<Lock> take(Home home) throws IOException {
        Folders.createPrivate(home.state());
        FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        ProcessRecord.write(home.launcherRecord(), ProcessHandle.current());
        return Optional.of(new Lock(channel, home.launcherRecord()));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(record);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.traitgate.local.up;

import io.traitgate.local.Home;
import io.traitgate.local.process.ProcessRecord;
import io.traitgate.local.stores.Folders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held by the one launcher of an installation, and given back by the system whatever happens to that launcher. */
final class Lock implements AutoCloseable {
    private final FileChannel channel;

    private Lock(FileChannel channel) {
        this.channel = channel;
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
        return Optional.of(new Lock(channel));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

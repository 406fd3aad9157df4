package io.traitgate.media.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder with unpacked native libraries. Who can write there can run code in the workers, so a folder of another
 * user, prepared under the name that we would choose, is refused.
 */
final class NativeCache {
    private NativeCache() {}

    /**
     * Makes the folder, or checks the one that is there.
     *
     * @throws IOException if others could write to it
     */
    static Path prepare(Path directory) throws IOException {
        if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return Files.createDirectories(directory);
        }
        if (Files.notExists(directory, LinkOption.NOFOLLOW_LINKS)) {
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(directory, owner);
        }
        var permissions = Files.getPosixFilePermissions(directory, LinkOption.NOFOLLOW_LINKS);
        var shared = permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE);
        if (shared || !isOwn(directory)) {
            throw new IOException(
                    "%s holds native code and must be this user's, writable by no other".formatted(directory));
        }
        return directory;
    }

    private static boolean isOwn(Path directory) throws IOException {
        var probe = Files.createTempFile(directory, "owner", null);
        try {
            return Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(probe));
        } finally {
            Files.delete(probe);
        }
    }
}

package io.traitgate.local.stores;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * Programs of the stores, unpacked from the class path once and kept under a name that changes with their content. Several
 * processes may unpack at the same time: each works in a folder of its own, and the first to finish gives it the name.
 */
final class Binaries {
    private final Path folder;

    Binaries(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** The folder into which the archive of the class path has been unpacked. */
    Path archive(String resource) {
        return unpacked(resource, Binaries::untar);
    }

    /** The program of the class path, executable. */
    Path program(String resource) {
        return unpacked(resource, (content, target) -> {
                    Path program = target.resolve(resource);
                    Files.copy(content, program);
                    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
                })
                .resolve(resource);
    }

    private Path unpacked(String resource, Unpacker unpacker) {
        try {
            URLConnection connection = locate(resource).openConnection();
            connection.setUseCaches(false);
            Path target = folder.resolve(resource.replaceFirst("\\.txz$", "") + "-" + fingerprint(connection));
            if (!Files.isDirectory(target)) {
                Files.createDirectories(folder);
                Path work = Files.createTempDirectory(folder, ".unpacking-");
                try (InputStream content = new BufferedInputStream(connection.getInputStream())) {
                    unpacker.unpack(content, work);
                }
                // Others, the user postgres may have to run as included, must be able to read and enter it.
                Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
                giveName(work, target);
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + resource + " to " + folder, e);
        }
    }

    private static URL locate(String resource) {
        URL url = Binaries.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new StoreException(resource + " is not on the class path: build with Maven on this machine, "
                    + "it chooses the binaries of the platform it runs on");
        }
        return url;
    }

    private static String fingerprint(URLConnection connection) throws IOException {
        return connection instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : Long.toHexString(connection.getContentLengthLong());
    }

    private static void giveName(Path work, Path target) throws IOException {
        try {
            Files.move(work, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            Folders.delete(work);
        }
    }

    private static void untar(InputStream content, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(content))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    write(tar, entry, path);
                }
            }
        }
    }

    private static void write(InputStream content, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private interface Unpacker {
        void unpack(InputStream content, Path target) throws IOException;
    }
}

package io.traitgate.keys;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/** One keyset in one JSON file, readable by its owner only. */
record KeysetFile(Path path) {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    boolean exists() {
        return Files.exists(path);
    }

    KeysetHandle read() {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(path), Algorithms.configuration(), InsecureSecretKeyAccess.get());
        } catch (IOException unreadable) {
            throw new KeysException("The keyset " + path + " cannot be read: " + unreadable, unreadable);
        } catch (GeneralSecurityException damaged) {
            throw new KeysException("The file " + path + " holds no Tink keyset in JSON", damaged);
        }
    }

    /** What the keyset does, such as sealing. */
    <P> P primitive(Class<P> type) {
        try {
            return read().getPrimitive(Algorithms.configuration(), type);
        } catch (GeneralSecurityException otherKind) {
            throw new KeysException(
                    "The keyset " + path + " is of another kind: it does not serve as " + type.getSimpleName(),
                    otherKind);
        }
    }

    /**
     * Writes the keyset where no file is yet. The file appears whole or not at all: a crash leaves no half keyset, which
     * a later run would take for a damaged one.
     */
    void write(KeysetHandle keyset) {
        try {
            Path directory = path.toAbsolutePath().getParent();
            Files.createDirectories(directory, OWNER_DIRECTORY);
            Path unfinished = Files.createTempFile(directory, "." + path.getFileName(), ".new", OWNER_FILE);
            try {
                Files.writeString(unfinished, json(keyset));
                Files.move(unfinished, path);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException unwritable) {
            throw new KeysException("The keyset " + path + " cannot be written: " + unwritable, unwritable);
        }
    }

    private static String json(KeysetHandle keyset) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    keyset, Algorithms.configuration(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The keyset cannot be written as JSON", impossible);
        }
    }
}

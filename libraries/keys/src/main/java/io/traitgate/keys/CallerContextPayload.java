package io.traitgate.keys;

import io.traitgate.contract.Permission;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * The bytes of a caller context that are signed: a version byte, then each field in turn, texts with their length in
 * front. There is one way to write a context and one way to read it, so nothing is left to a lenient parser.
 */
final class CallerContextPayload {
    private static final int VERSION = 1;
    private static final int HASH_BYTES = 32;

    private CallerContextPayload() {}

    static byte[] write(CallerContext context) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(context.application());
            out.writeUTF(context.apiKey());
            out.writeByte(context.permissions().size());
            for (Permission permission : context.permissions()) {
                out.writeUTF(permission.wireName());
            }
            out.writeUTF(context.requestId());
            out.writeUTF(context.method());
            out.writeUTF(context.path());
            out.write(HexFormat.of().parseHex(context.bodySha256()));
            out.writeLong(context.issuedAt().toEpochMilli());
        } catch (IOException tooLong) {
            throw new UncheckedIOException("A field of the caller context is too long", tooLong);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a payload whose signature was verified.
     *
     * @throws IOException for another version or a payload that is cut or too long
     */
    static CallerContext read(byte[] payload) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("Version " + version + " of the caller context is not known");
        }
        String application = in.readUTF();
        String apiKey = in.readUTF();
        Set<Permission> permissions = readPermissions(in);
        String requestId = in.readUTF();
        String method = in.readUTF();
        String path = in.readUTF();
        byte[] bodyHash = new byte[HASH_BYTES];
        in.readFully(bodyHash);
        Instant issuedAt = Instant.ofEpochMilli(in.readLong());
        if (in.read() >= 0) {
            throw new IOException("Bytes follow the caller context");
        }
        return new CallerContext(
                application,
                apiKey,
                permissions,
                requestId,
                method,
                path,
                HexFormat.of().formatHex(bodyHash),
                issuedAt);
    }

    /** A permission this version does not know yet is one it has nothing to grant for. */
    private static Set<Permission> readPermissions(DataInputStream in) throws IOException {
        EnumSet<Permission> permissions = EnumSet.noneOf(Permission.class);
        int count = in.readUnsignedByte();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            for (Permission permission : Permission.values()) {
                if (permission.wireName().equals(name)) {
                    permissions.add(permission);
                }
            }
        }
        return permissions;
    }
}

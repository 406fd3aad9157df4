package io.traitgate.system.crash;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A photograph in any number of versions that look the same and consist of other bytes. */
record Photo(byte[] jpeg) {
    private static final int START_OF_IMAGE = 2;

    static Photo read(Path file) {
        try {
            return new Photo(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a comment (ITU-T T.81, B.2.4.5) behind the first marker. */
    byte[] version(String comment) {
        byte[] text = comment.getBytes(StandardCharsets.US_ASCII);
        int length = text.length + 2;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, START_OF_IMAGE);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) (length >> 8), (byte) length});
        out.writeBytes(text);
        out.write(jpeg, START_OF_IMAGE, jpeg.length - START_OF_IMAGE);
        return out.toByteArray();
    }
}

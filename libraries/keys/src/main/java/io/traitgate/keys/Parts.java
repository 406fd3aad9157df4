package io.traitgate.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Texts joined so that no two different lists give the same bytes: each in UTF-8 after its length in four bytes. */
final class Parts {
    private Parts() {}

    static byte[] join(String... parts) {
        byte[][] encoded =
                Arrays.stream(parts).map(part -> part.getBytes(UTF_8)).toArray(byte[][]::new);
        int size = Arrays.stream(encoded)
                .mapToInt(part -> Integer.BYTES + part.length)
                .sum();
        ByteBuffer joined = ByteBuffer.allocate(size);
        for (byte[] part : encoded) {
            joined.putInt(part.length).put(part);
        }
        return joined.array();
    }
}

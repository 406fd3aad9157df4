package io.traitgate.contract.signature;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;

/** A MAC of the web scheme: takes UTF-8 in pieces of any size, and computes over the folded code units. */
final class FoldedMac {

    private static final int PIECE = 8 << 10;

    private final Mac mac;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ByteBuffer bytes = ByteBuffer.allocate(PIECE);
    private final CharBuffer text = CharBuffer.allocate(PIECE);
    private final CodeUnitFolding folding = new CodeUnitFolding();
    private final byte[] folded = new byte[PIECE + Integer.BYTES];

    FoldedMac(Mac mac) {
        this.mac = mac;
    }

    void update(byte[] array, int offset, int length) {
        int from = offset;
        int end = offset + length;
        while (from < end) {
            int count = Math.min(bytes.remaining(), end - from);
            bytes.put(array, from, count);
            from += count;
            decode(false);
        }
    }

    byte[] finish() {
        decode(true);
        mac.update(folded, 0, folding.finish(folded, 0));
        return mac.doFinal();
    }

    private void decode(boolean end) {
        bytes.flip();
        decoder.decode(bytes, text, end);
        if (end) {
            decoder.flush(text);
        }
        bytes.compact();
        text.flip();
        mac.update(folded, 0, folding.update(text, folded));
        text.clear();
    }
}

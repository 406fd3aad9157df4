package io.traitgate.contract.signature;

import java.nio.CharBuffer;
import java.util.Arrays;

/**
 * How the web SDK turns text into the bytes it signs. Its home-made SHA-256 packs UTF-16 code units into 32-bit
 * words, four at a time, by shifting left by 8 and OR-ing without a mask: the high byte of a unit above 0xFF runs
 * into the byte before it, and out of the word in first position. Up to 0xFF this is ISO-8859-1. One byte comes out
 * for every unit. Works incrementally.
 */
final class CodeUnitFolding {

    private static final int GROUP = 4;

    private int word;
    private int units;

    /** The folded bytes of a whole text. */
    static byte[] fold(String text) {
        CodeUnitFolding folding = new CodeUnitFolding();
        byte[] bytes = new byte[text.length() + GROUP];
        int length = folding.update(CharBuffer.wrap(text), bytes);
        folding.finish(bytes, length);
        return Arrays.copyOf(bytes, text.length());
    }

    /**
     * Takes all units in and writes the groups that are complete, from the start of {@code out}.
     *
     * @param out room for three bytes more than there are units
     * @return the number of bytes written
     */
    int update(CharBuffer text, byte[] out) {
        int length = 0;
        while (text.hasRemaining()) {
            word = word << Byte.SIZE | text.get();
            units++;
            if (units == GROUP) {
                write(out, length, GROUP);
                length += GROUP;
                word = 0;
                units = 0;
            }
        }
        return length;
    }

    /** Writes what is left of the last group, as if zeros followed, and returns its length. */
    int finish(byte[] out, int offset) {
        int left = units;
        word <<= Byte.SIZE * (GROUP - left) % Integer.SIZE;
        write(out, offset, left);
        return left;
    }

    private void write(byte[] out, int offset, int count) {
        for (int i = 0; i < count; i++) {
            out[offset + i] = (byte) (word >>> Byte.SIZE * (GROUP - 1 - i));
        }
    }
}

package io.traitgate.contract.signature;

/** Tells where text stops being ASCII. */
final class Ascii {

    private Ascii() {}

    /** How many bytes from {@code offset} on are below 0x80. */
    static int prefixLength(byte[] array, int offset, int length) {
        for (int i = 0; i < length; i++) {
            if (array[offset + i] < 0) {
                return i;
            }
        }
        return length;
    }
}

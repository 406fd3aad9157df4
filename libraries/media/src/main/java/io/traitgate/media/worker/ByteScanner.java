package io.traitgate.media.worker;

import io.traitgate.media.protocol.Refusal;

/** Reads a file forwards; whatever lies beyond its end makes the image malformed. */
final class ByteScanner {
    private final byte[] bytes;
    private int position;

    ByteScanner(byte[] bytes) {
        this.bytes = bytes;
    }

    int position() {
        return position;
    }

    int remaining() {
        return bytes.length - position;
    }

    int uint8() {
        require(1);
        return bytes[position++] & 0xFF;
    }

    int uint16() {
        return uint8() << 8 | uint8();
    }

    /** A size or length of four bytes, which formats limit to 2^31 - 1. */
    int length32() {
        var value = uint16() << 16 | uint16();
        if (value < 0) {
            throw malformed();
        }
        return value;
    }

    void skip(int count) {
        require(count);
        position += count;
    }

    private void require(int count) {
        if (count < 0 || count > remaining()) {
            throw malformed();
        }
    }

    static RefusedException malformed() {
        return new RefusedException(Refusal.MALFORMED_IMAGE);
    }
}

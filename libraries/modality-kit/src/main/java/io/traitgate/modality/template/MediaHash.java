package io.traitgate.modality.template;

import java.util.Arrays;

/**
 * Hashes of what a client sent, 32 bytes of SHA-256. One recording can bring several samples, as a video does: their
 * hashes differ in the last byte alone, so that none is taken for another and all are known to be of one recording.
 */
public final class MediaHash {

    private MediaHash() {}

    /**
     * The hash of a part of a recording.
     *
     * @param media hash of the whole
     * @param part its number, 0 to 255; 0 has the hash of the whole
     */
    public static byte[] ofPart(byte[] media, int part) {
        byte[] hash = media.clone();
        hash[hash.length - 1] ^= (byte) part;
        return hash;
    }

    /** Whether two hashes are of one recording, or of parts of one. */
    static boolean ofOneRecording(byte[] one, byte[] other) {
        return one.length == other.length && Arrays.equals(one, 0, one.length - 1, other, 0, other.length - 1);
    }
}

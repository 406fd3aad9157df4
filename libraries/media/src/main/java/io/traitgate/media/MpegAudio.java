package io.traitgate.media;

/**
 * Tells raw MPEG audio, whose frames start with only eleven fixed bits: a header must be valid, and the next one must
 * stand where the first says that it ends.
 */
final class MpegAudio {
    private static final int[] BIT_RATES_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] BIT_RATES_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] SAMPLE_RATES = {44_100, 48_000, 32_000};
    private static final int ADTS_HEADER = 7;

    private MpegAudio() {}

    /** True at the start of two frames of layer III. */
    static boolean startsLayer3(byte[] bytes) {
        var length = layer3FrameLength(bytes, 0);
        return length > 0 && layer3FrameLength(bytes, length) > 0;
    }

    /** True at the start of two AAC frames with transport headers. */
    static boolean startsAdts(byte[] bytes) {
        var length = adtsFrameLength(bytes, 0);
        return length > 0 && adtsFrameLength(bytes, length) > 0;
    }

    private static int layer3FrameLength(byte[] bytes, int offset) {
        if (offset > bytes.length - 4 || bytes[offset] != -1 || (bytes[offset + 1] & 0xE6) != 0xE2) {
            return 0;
        }
        var version = bytes[offset + 1] >> 3 & 3; // 0: MPEG 2.5, 2: MPEG 2, 3: MPEG 1
        var bitRate = bytes[offset + 2] >> 4 & 15;
        var sampleRate = bytes[offset + 2] >> 2 & 3;
        if (version == 1 || bitRate == 0 || bitRate == 15 || sampleRate == 3) {
            return 0;
        }
        var bits = (version == 3 ? BIT_RATES_1 : BIT_RATES_2)[bitRate] * (version == 3 ? 144_000 : 72_000);
        var rate = SAMPLE_RATES[sampleRate] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
        return bits / rate + (bytes[offset + 2] >> 1 & 1);
    }

    private static int adtsFrameLength(byte[] bytes, int offset) {
        if (offset > bytes.length - ADTS_HEADER || bytes[offset] != -1 || (bytes[offset + 1] & 0xF6) != 0xF0) {
            return 0;
        }
        var rate = bytes[offset + 2] >> 2 & 15;
        var length = (bytes[offset + 3] & 3) << 11 | (bytes[offset + 4] & 0xFF) << 3 | (bytes[offset + 5] & 0xE0) >> 5;
        return rate < 13 && length > ADTS_HEADER ? length : 0;
    }
}

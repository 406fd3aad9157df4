package io.traitgate.media.worker;

import io.traitgate.media.Orientation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Finds the orientation in an Exif block (Exif 2.32, section 4.6: a TIFF header and its first directory). Broken blocks
 * are common in real photos and say nothing: the picture then counts as upright.
 */
final class ExifOrientation {
    private static final int TAG = 274;
    private static final int TYPE_SHORT = 3;
    private static final int ENTRY = 12;

    private ExifOrientation() {}

    static Orientation read(byte[] bytes, int offset, int length) {
        var tiff = ByteBuffer.wrap(bytes, offset, length).slice();
        if (length < 8) {
            return Orientation.UPRIGHT;
        }
        switch (tiff.getShort(0)) {
            case 0x4949 -> tiff.order(ByteOrder.LITTLE_ENDIAN);
            case 0x4D4D -> tiff.order(ByteOrder.BIG_ENDIAN);
            default -> {
                return Orientation.UPRIGHT;
            }
        }
        var directory = tiff.getInt(4);
        if (tiff.getShort(2) != 42 || directory < 8 || directory > length - 2) {
            return Orientation.UPRIGHT;
        }
        return find(tiff, directory + 2, Short.toUnsignedInt(tiff.getShort(directory)));
    }

    private static Orientation find(ByteBuffer tiff, int first, int count) {
        for (var i = 0; i < count && first + (i + 1) * ENTRY <= tiff.limit(); i++) {
            var entry = first + i * ENTRY;
            if (tiff.getShort(entry) == TAG && tiff.getShort(entry + 2) == TYPE_SHORT && tiff.getInt(entry + 4) == 1) {
                return Orientation.ofExif(Short.toUnsignedInt(tiff.getShort(entry + 8)));
            }
        }
        return Orientation.UPRIGHT;
    }
}

package io.traitgate.face.sample;

import io.traitgate.media.RgbImage;

/**
 * A reversible prediction that leaves small numbers for Deflate to squeeze: green, and red and blue as differences from
 * it; each value as the difference from the Paeth predictor of its left, upper and upper left neighbours (PNG,
 * ISO/IEC 15948, 9.4).
 */
final class LosslessPixels {
    private LosslessPixels() {}

    /** One byte a value, row by row. */
    static byte[] residuals(RgbImage image) {
        var planes = image.rgb().clone();
        for (var i = 0; i < planes.length; i += 3) {
            planes[i] -= planes[i + 1];
            planes[i + 2] -= planes[i + 1];
        }
        var stride = image.width() * 3;
        var result = new byte[planes.length];
        for (var i = 0; i < planes.length; i++) {
            result[i] = (byte) (planes[i] - prediction(planes, i, stride));
        }
        return result;
    }

    /** The picture that the residuals were made from. */
    static RgbImage restored(int width, int height, byte[] residuals) {
        var planes = new byte[residuals.length];
        var stride = width * 3;
        for (var i = 0; i < planes.length; i++) {
            planes[i] = (byte) (residuals[i] + prediction(planes, i, stride));
        }
        for (var i = 0; i < planes.length; i += 3) {
            planes[i] += planes[i + 1];
            planes[i + 2] += planes[i + 1];
        }
        return new RgbImage(width, height, planes);
    }

    private static int prediction(byte[] planes, int at, int stride) {
        var column = at % stride;
        var left = column >= 3 ? planes[at - 3] & 0xff : 0;
        var up = at >= stride ? planes[at - stride] & 0xff : 0;
        var corner = column >= 3 && at >= stride ? planes[at - stride - 3] & 0xff : 0;
        var estimate = left + up - corner;
        var toLeft = Math.abs(estimate - left);
        var toUp = Math.abs(estimate - up);
        var toCorner = Math.abs(estimate - corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }
}

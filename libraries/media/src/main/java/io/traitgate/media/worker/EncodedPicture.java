package io.traitgate.media.worker;

import io.traitgate.media.Orientation;

/**
 * A structurally whole image file without its metadata.
 *
 * @param width as stored, from the header, in pixels
 * @param height as stored, from the header, in pixels
 * @param orientation from the metadata that was taken off
 * @param bytes what the decoder needs, and nothing else
 */
record EncodedPicture(int width, int height, Orientation orientation, byte[] bytes) {
    long pixels() {
        return (long) width * height;
    }
}

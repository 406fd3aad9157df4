package io.traitgate.media;

/**
 * A decoded picture, upright, without any metadata.
 *
 * @param image the pixels, scaled down to the longest side that was asked for
 * @param sourceWidth width before scaling, upright, in pixels
 * @param sourceHeight height before scaling, upright, in pixels
 */
public record DecodedImage(RgbImage image, int sourceWidth, int sourceHeight) {}

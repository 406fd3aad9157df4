package io.traitgate.face.service.item;

/**
 * What is looked at in a video.
 *
 * @param frames how many frames are judged, evenly spread
 * @param best how many of them are used at most
 * @param longestSide to which frames are scaled down, in pixels
 */
public record VideoRules(int frames, int best, int longestSide) {}

package io.traitgate.media.protocol;

/** Why a worker refuses a file. */
public enum Refusal {
    /** A broken image, one that is cut short, or one with too many pixels. */
    MALFORMED_IMAGE,
    /** An image of an admitted type in a coding that is not read, such as lossless JPEG. */
    UNSUPPORTED_IMAGE,
    /** A video that is longer, larger or finer divided than the task allows. */
    VIDEO_OUT_OF_BOUNDS,
    /** A readable container without a video track. */
    NO_VIDEO,
    /** A container without any readable track. */
    NO_MEDIA,
    /** A video track in a coding that is not read, or without one readable frame. */
    UNDECODABLE,
    /** The file needs more memory than a worker has. */
    OUT_OF_MEMORY
}

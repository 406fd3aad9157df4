package io.traitgate.media;

/**
 * One media file of a stranger: its bytes, shared and not copied, and the type that they show.
 */
public record MediaItem(MediaType type, byte[] bytes) {

    /** True for a video, false for an image or a sound. */
    public boolean isVideo() {
        return type.kind() == MediaType.Kind.VIDEO;
    }

    /** Type and size only: the bytes are a person's sample and stay out of logs. */
    @Override
    public String toString() {
        return "MediaItem[%s, %d bytes]".formatted(type, bytes.length);
    }
}

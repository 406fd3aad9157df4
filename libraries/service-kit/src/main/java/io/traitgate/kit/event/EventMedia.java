package io.traitgate.kit.event;

/**
 * Media of a call as they were sent, for the application that wants to see them.
 *
 * @param field the request's field, such as {@code faces}
 * @param index position in the field, from 0
 * @param base64 as sent; empty if it was left out
 * @param leftOut characters that were left out because the record has no room for them; 0 if it is here
 */
public record EventMedia(String field, int index, String base64, int leftOut) {
    /** Characters of all media of an event: a record of the topic holds 4 MiB, the rest of an event a few KiB. */
    static final int ROOM = (4 << 20) - (256 << 10);

    /** Media with room. */
    public EventMedia(String field, int index, String base64) {
        this(field, index, base64, 0);
    }

    /** What is told of media for which there is no room. */
    static EventMedia withoutContent(EventMedia media) {
        return new EventMedia(media.field(), media.index(), "", media.base64().length() + media.leftOut());
    }

    /** Without the media. */
    @Override
    public String toString() {
        return "EventMedia[" + field + '[' + index + "], " + base64.length() + " characters]";
    }
}

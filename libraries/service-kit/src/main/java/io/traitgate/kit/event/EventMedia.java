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
    /** Without the media. */
    @Override
    public String toString() {
        return "EventMedia[" + field + '[' + index + "], " + base64.length() + " characters]";
    }
}

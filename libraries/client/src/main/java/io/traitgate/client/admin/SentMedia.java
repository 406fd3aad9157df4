package io.traitgate.client.admin;

/**
 * An item of a call that the console keeps.
 *
 * @param field the request's field
 * @param index position in the field, from 0
 * @param base64 as it was sent; empty if it was left out
 * @param leftOut characters that found no room; 0 if it is here
 */
public record SentMedia(String field, int index, String base64, int leftOut) {
    /** Without the media. */
    @Override
    public String toString() {
        return "SentMedia[" + field + '[' + index + "]]";
    }
}

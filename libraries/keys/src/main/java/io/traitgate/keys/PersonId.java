package io.traitgate.keys;

import java.util.regex.Pattern;

/**
 * Who a record is about, without saying who that is: the keyed hash of an application and its user id.
 *
 * @param value 43 characters of URL-safe base64 without padding, the 32 bytes of the hash
 */
public record PersonId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int TAG_LENGTH = 16;

    public PersonId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A person id has 43 characters of URL-safe base64");
        }
    }

    /**
     * The first 16 characters, 96 bits: the hash tag that brings all Redis keys of a person to one slot, and the first
     * part of their session ids. Two people may share a tag, never a value.
     */
    public String tag() {
        return value.substring(0, TAG_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}

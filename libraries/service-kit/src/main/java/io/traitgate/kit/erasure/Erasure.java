package io.traitgate.kit.erasure;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.traitgate.keys.PersonId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * A person is to be erased: whatever belongs to an erase number below this one. A record of topic {@code erasures}, whose
 * key is the person; it holds the keyed hash and numbers, nothing else, and is kept for ever.
 *
 * @param v version of the form; readers ignore fields they do not know
 * @param application the application
 * @param person the keyed hash
 * @param erasures the erase number that begins: 1 for the first erasure
 * @param requestedAt when it was ordered, in milliseconds
 */
public record Erasure(int v, String application, String person, long erasures, long requestedAt) {
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The erasure with which a number begins. */
    public static Erasure of(String application, PersonId person, long erasures, Instant requestedAt) {
        return new Erasure(VERSION, application, person.value(), erasures, requestedAt.toEpochMilli());
    }

    /** Who is to be erased. */
    public PersonId personId() {
        return new PersonId(person);
    }

    /** The record value. */
    public byte[] encode() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a record value.
     *
     * @throws IllegalArgumentException if it is no such record
     */
    public static Erasure decode(byte[] value) {
        try {
            Erasure read = JSON.readValue(value, Erasure.class);
            if (read.application == null || read.person == null || read.erasures < 1) {
                throw new IllegalArgumentException("an erasure without application, person or number");
            }
            read.personId();
            return read;
        } catch (IOException e) {
            throw new IllegalArgumentException("not an erasure", e);
        }
    }
}

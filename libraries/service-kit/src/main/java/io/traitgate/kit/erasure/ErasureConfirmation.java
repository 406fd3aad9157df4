package io.traitgate.kit.erasure;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.traitgate.keys.PersonId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * A service has erased a person. A record of topic {@code erasure-confirmations}.
 *
 * @param v version of the form; readers ignore fields they do not know
 * @param application the application
 * @param person the keyed hash
 * @param service name of the service, such as {@code face}
 * @param erasures the erase number that has begun there
 * @param confirmedAt when nothing older was left there, in milliseconds
 */
public record ErasureConfirmation(
        int v, String application, String person, String service, long erasures, long confirmedAt) {
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The confirmation of an erasure by a service. */
    public static ErasureConfirmation of(Erasure erasure, String service, Instant at) {
        return new ErasureConfirmation(
                VERSION, erasure.application(), erasure.person(), service, erasure.erasures(), at.toEpochMilli());
    }

    /** The record key: a newer confirmation of the same service takes the place of an older one. */
    public String key() {
        return person + "|" + service;
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
    public static ErasureConfirmation decode(byte[] value) {
        try {
            ErasureConfirmation read = JSON.readValue(value, ErasureConfirmation.class);
            if (read.person == null || read.service == null || read.erasures < 1) {
                throw new IllegalArgumentException("a confirmation without person, service or number");
            }
            new PersonId(read.person);
            return read;
        } catch (IOException e) {
            throw new IllegalArgumentException("not a confirmation", e);
        }
    }
}

package io.traitgate.modality.token;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.traitgate.contract.error.ApiException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** A token as Redis keeps it. The scripts that judge attempts read {@code type}, {@code issuedAt} and {@code used}. */
public final class TokenRecord {

    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private TokenRecord() {}

    /** The record of a token. */
    public static String encode(IssuedToken token) {
        try {
            return JSON.writeValueAsString(new Form(
                    VERSION,
                    token.type().wireName(),
                    token.digits(),
                    token.issuedAt().toEpochMilli(),
                    token.used()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a record.
     *
     * @throws IllegalStateException if it is none
     */
    public static IssuedToken decode(String record) {
        try {
            Form form = JSON.readValue(record, Form.class);
            return new IssuedToken(
                    TokenType.parse(form.type), form.digits, Instant.ofEpochMilli(form.issuedAt), form.used);
        } catch (IOException | ApiException e) {
            throw new IllegalStateException("not a token", e);
        }
    }

    /** The record of the same token after an authentication has used it. */
    public static String consume(String record) {
        return encode(decode(record).consumed());
    }

    private record Form(int v, String type, String digits, long issuedAt, boolean used) {}
}

package io.traitgate.local.up;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.traitgate.local.stores.Folders;
import io.traitgate.local.stores.RandomSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code console.json} holds: the address of the admin API and its bearer token, drawn on the first start. */
record AdminAccess(String url, String token) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the token or draws one, and writes the address of now. */
    static AdminAccess ensure(Path file, String url) {
        try {
            String token = Files.exists(file)
                    ? JSON.readValue(Files.readString(file), AdminAccess.class).token()
                    : RandomSecret.create();
            AdminAccess access = new AdminAccess(url, token);
            Folders.writePrivate(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(access));
            return access;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("not what TraitGate has written: " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    @Override
    public String toString() {
        return url;
    }
}

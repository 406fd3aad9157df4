package io.traitgate.modality.attempt;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.traitgate.contract.Module;
import io.traitgate.keys.UnsealException;
import io.traitgate.modality.generation.Generation;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.seal.PersonKey;
import io.traitgate.modality.seal.PersonKeys;
import io.traitgate.modality.session.SessionStore;
import io.traitgate.modality.store.Transactions;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The answers of attempts, kept in their session until it ends, so that the same bytes get the same answer and are never
 * worked on again.
 *
 * <p>An answer is sealed with its person's data key and bound to application, person, module, attempt and generation. So
 * it opens for nobody else and in no other place, and not once the person was deleted from the module or erased, even where
 * Redis has not heard of it yet.
 */
@Singleton
public final class StoredAnswers {

    private static final String SEALED_AS = "answer";
    private static final int BATCH = 100;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private final AttemptScripts scripts;
    private final SessionStore sessions;
    private final PersonKeys keys;
    private final Transactions transactions;

    StoredAnswers(AttemptScripts scripts, SessionStore sessions, PersonKeys keys, Transactions transactions) {
        this.scripts = scripts;
        this.sessions = sessions;
        this.keys = keys;
        this.transactions = transactions;
    }

    /** Drops what a module has answered in all sessions of a person before a generation of theirs. */
    public Uni<Void> drop(Person person, Module module, Generation generation) {
        return sessions.keysOf(person)
                .flatMap(all -> Multi.createFrom()
                        .iterable(all)
                        .group()
                        .intoLists()
                        .of(BATCH)
                        .onItem()
                        .transformToUniAndConcatenate(some -> scripts.drop(some, module, generation))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    /** The answer as the session keeps it: generation and sealed record. */
    String seal(Attempt attempt, Object answer, PersonKey key) {
        byte[] sealed = key.seal(encode(answer), SEALED_AS, names(attempt, key.generation()));
        return key.generation().erasures() + " " + key.generation().deletions() + " "
                + Base64.getEncoder().encodeToString(sealed);
    }

    /** Opens an answer; empty if it does not count any more, or is none of ours. */
    <T> Uni<Optional<T>> open(Attempt attempt, String stored, Class<T> form) {
        return transactions
                .read(() -> keys.find(attempt.person(), attempt.module()))
                .map(found -> found.flatMap(key -> open(attempt, stored, form, key)));
    }

    /** The same with a key that is at hand. */
    <T> Optional<T> open(Attempt attempt, String stored, Class<T> form, PersonKey key) {
        try {
            byte[] sealed = Base64.getDecoder().decode(stored.substring(stored.lastIndexOf(' ') + 1));
            return Optional.of(decode(key.open(sealed, SEALED_AS, names(attempt, key.generation())), form));
        } catch (UnsealException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String[] names(Attempt attempt, Generation generation) {
        return List.of(
                        attempt.id(),
                        attempt.session().id().text(),
                        Long.toString(generation.erasures()),
                        Long.toString(generation.deletions()))
                .toArray(String[]::new);
    }

    private static byte[] encode(Object answer) {
        try {
            return JSON.writeValueAsBytes(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T decode(byte[] json, Class<T> form) {
        try {
            return JSON.readValue(json, form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

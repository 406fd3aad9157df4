package io.traitgate.console.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.traitgate.console.admin.ProblemException;
import io.traitgate.console.event.PersonEvents;
import io.traitgate.keys.PersonHash;
import io.traitgate.keys.PersonId;
import io.traitgate.keys.ServiceKeys;
import io.traitgate.kit.erasure.ErasureReplay;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * {@code /admin/applications/{id}/users} and {@code /erasures}. A user id travels in the body only: in a path it would end in
 * logs of servers between, and some cannot be written in one.
 */
@Path("/admin/applications/{id}")
@Singleton
final class UserResource {

    private static final int LONGEST_USER_ID = 256;

    private final PersonHash hash;
    private final ErasureReplay replay;
    private final ErasureOrders orders;
    private final ErasureStates states;
    private final ServiceHoldings services;
    private final PersonEvents events;

    @Inject
    UserResource(
            ServiceKeys keys,
            ErasureReplay replay,
            ErasureOrders orders,
            ErasureStates states,
            ServiceHoldings services,
            PersonEvents events) {
        this.hash = keys.personHash();
        this.replay = replay;
        this.orders = orders;
        this.states = states;
        this.services = services;
        this.events = events;
    }

    /** Orders the user's erasure; the answer says who has to confirm it. */
    @POST
    @Path("users/erase")
    @ResponseStatus(202)
    public Uni<ErasureState> erase(@RestPath String id, @Nullable User user) {
        PersonId person = person(id, user);
        return replay.await().chain(() -> orders.order(id, person)).chain(() -> state(id, person));
    }

    /** How far an erasure has come. */
    @GET
    @Path("erasures/{person}")
    public Uni<ErasureState> erasure(@RestPath String id, @RestPath String person) {
        try {
            return state(id, new PersonId(person));
        } catch (IllegalArgumentException notAPerson) {
            throw ProblemException.notFound("There is no erasure of such a person");
        }
    }

    /** What is held of a user: how much, how old, of what kind. */
    @POST
    @Path("users/show")
    public Uni<Map<String, Object>> show(@RestPath String id, @Nullable User user) {
        PersonId person = person(id, user);
        return held(id, person, false)
                .chain(held -> events.count(person.value()).map(count -> {
                    held.put("console", Map.of("events", count));
                    return held;
                }));
    }

    /** Everything that is held of a user. */
    @POST
    @Path("users/export")
    public Uni<Map<String, Object>> export(@RestPath String id, @Nullable User user) {
        PersonId person = person(id, user);
        return held(id, person, true)
                .chain(held -> events.all(person.value()).map(all -> {
                    held.put("console", Map.of("events", all));
                    return held;
                }));
    }

    private Uni<Map<String, Object>> held(String application, PersonId person, boolean everything) {
        return replay.await()
                .chain(() -> services.of(application, person, everything))
                .chain(answers -> states.of(application, person).map(erasure -> {
                    Map<String, Object> held = new LinkedHashMap<>();
                    held.put("application", application);
                    held.put("person", person.value());
                    erasure.ifPresent(state -> held.put("erasure", state));
                    for (Map.Entry<String, JsonNode> answer : answers.entrySet()) {
                        held.put(answer.getKey(), answer.getValue());
                    }
                    return held;
                }));
    }

    private Uni<ErasureState> state(String application, PersonId person) {
        return states.of(application, person)
                .map(found ->
                        found.orElseThrow(() -> ProblemException.notFound("There is no erasure of such a person")));
    }

    private PersonId person(String application, @Nullable User user) {
        if (user == null || user.userId() == null) {
            throw ProblemException.badRequest("The body must be a JSON object with the field userId");
        }
        String userId = user.userId();
        int characters = userId.codePointCount(0, userId.length());
        if (characters < 1
                || characters > LONGEST_USER_ID
                || !StandardCharsets.UTF_8.newEncoder().canEncode(userId)) {
            throw ProblemException.badRequest("userId must have 1 to " + LONGEST_USER_ID + " characters");
        }
        return hash.of(application, userId);
    }

    /** A user of the application, exactly as its sessions name them. */
    record User(@Nullable String userId) {
        /** Without the user id. */
        @Override
        public String toString() {
            return "User[]";
        }
    }
}

package io.traitgate.system.crash;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.traitgate.contract.http.Route;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A client program with one user at a time: opens sessions, enrols, sends the same bytes again as clients do that have waited
 * in vain, authenticates, fetches tokens. Notes what it was promised, and holds the installation to it.
 */
final class Customer {
    /** Few enough that all samples are kept. */
    private static final int ENROLMENTS_OF_A_USER = 12;

    private static final double GENUINE = 0.5;

    private final ObjectMapper mapper = new ObjectMapper();
    private final String name;
    private final Caller caller;
    private final Journal journal;
    private final Ledger ledger;
    private final Photo enrolled;
    private final Photo other;
    private final Random random;

    private int users;
    private String user = "";
    private int enrolments;
    private @Nullable String session;
    private byte @Nullable [] lastEnrolment;

    Customer(String name, Caller caller, Journal journal, Ledger ledger, Photo enrolled, Photo other, Random random) {
        this.name = name;
        this.caller = caller;
        this.journal = journal;
        this.ledger = ledger;
        this.enrolled = enrolled;
        this.other = other;
        this.random = random;
    }

    /** The next call or two. */
    void act() {
        String current = session;
        if (user.isEmpty() || enrolments == ENROLMENTS_OF_A_USER && random.nextInt(4) == 0) {
            user = name + "-" + ++users;
            enrolments = 0;
            lastEnrolment = null;
            session = null;
        } else if (current == null) {
            open();
        } else {
            actIn(current);
        }
    }

    private void actIn(String current) {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> enrol(current);
            case 3 -> repeatEnrolment();
            case 4, 5 -> authenticate(current);
            case 6 -> token(current);
            default -> open();
        }
    }

    private void open() {
        boolean enrolledBefore = ledger.hasAcknowledged(user);
        Call call = call(Route.SESSIONS, Map.of("userId", user, "device", "test", "system", "test"));
        if (call.succeeded()) {
            session = call.answer().path("session").asText();
            lastEnrolment = null;
            int status = call.answer().path("face").asInt();
            if (enrolledBefore && status == 0) {
                journal.violate(user + " has status 0 after an acknowledged enrolment");
            }
        }
    }

    private void enrol(String current) {
        if (enrolments == ENROLMENTS_OF_A_USER) {
            return;
        }
        enrolments++;
        byte[] photo = enrolled.version(user + " " + enrolments);
        lastEnrolment = body(Map.of("session", current, "faces", base64(photo)));
        sendEnrolment(lastEnrolment);
    }

    private void repeatEnrolment() {
        byte[] again = lastEnrolment;
        if (again != null) {
            sendEnrolment(again);
        }
    }

    private void sendEnrolment(byte[] body) {
        int number = Arrays.hashCode(body);
        ledger.attempt(user, number);
        Call call = send(Route.FACE_ENROL, body);
        if (call.succeeded()) {
            ledger.acknowledge(user, number);
            if (call.answer().path("imagesCount").asInt() != 1) {
                journal.violate(call + " counts " + call.answer());
            }
        }
    }

    /** Twice the same bytes: the second is answered as the first, as long as it was with 200. */
    private void authenticate(String current) {
        if (!ledger.hasAcknowledged(user)) {
            return;
        }
        byte[] body =
                body(Map.of("session", current, "faces", base64(other.version(Integer.toString(random.nextInt())))));
        Call first = send(Route.FACE_AUTH, body);
        if (!first.succeeded()) {
            return;
        }
        if (first.answer().path("score").asDouble() <= GENUINE) {
            journal.violate(user + " is not recognised any more: " + first.answer());
        }
        Call second = random.nextBoolean() ? send(Route.FACE_AUTH, body) : first;
        if (second.succeeded() && !second.answer().equals(first.answer())) {
            journal.violate("a repeat was answered " + second.answer() + " after " + first.answer());
        }
    }

    private void token(String current) {
        Call call = call(Route.FACE_TOKEN, Map.of("session", current, "tokentype", "auth"));
        if (call.succeeded() && call.answer().path("token").asText().isEmpty()) {
            journal.violate(call + " holds no token");
        }
    }

    private Call call(Route route, Map<String, Object> body) {
        return send(route, body(body));
    }

    private Call send(Route route, byte[] body) {
        Call call = caller.call(route, body);
        journal.add(call);
        return call;
    }

    private byte[] body(Map<String, Object> fields) {
        try {
            return mapper.writeValueAsBytes(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> base64(byte[] photo) {
        return List.of(Base64.getEncoder().encodeToString(photo));
    }
}

package io.traitgate.system.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.traitgate.contract.http.Route;
import java.util.OptionalInt;

/**
 * A call and what came of it.
 *
 * @param started nanoseconds of this JVM's clock
 * @param ended likewise
 * @param status 0 if no answer came
 * @param answer what was answered; missing without an answer
 * @param problem what is wrong with that; empty if the contract allows it
 */
record Call(Route route, long started, long ended, int status, JsonNode answer, String problem) {
    boolean succeeded() {
        return status == 200;
    }

    /** Whether an answer came, whatever it says. */
    boolean isAnswered() {
        return status != 0;
    }

    /** The code of the first error. */
    OptionalInt code() {
        JsonNode code = answer.path("errors").path(0).path("code");
        return code.isInt() ? OptionalInt.of(code.intValue()) : OptionalInt.empty();
    }

    /** Refused for what does not work at the moment; "still building" and "too busy" are answers of a sound installation. */
    boolean failed() {
        return !succeeded() && !is(424, 103) && !is(503, 170);
    }

    boolean is(int wantedStatus, int wantedCode) {
        return status == wantedStatus && code().equals(OptionalInt.of(wantedCode));
    }

    /** For counting: the status and the code. */
    String kind() {
        return !isAnswered() ? "no answer" : status + (code().isPresent() ? "/" + code().getAsInt() : "");
    }

    @Override
    public String toString() {
        return route.path() + " " + kind() + " after " + (ended - started) / 1_000_000 + " ms";
    }
}

package io.traitgate.client.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a command ended, for scripts. */
enum ExitCode {
    DONE("done; for auth and compare: accepted, the score is at least 0.5"),
    NOT_ACCEPTED("auth and compare: not accepted, the score is below 0.5"),
    WRONG_USE("wrong use: an option, a file, or no key pair"),
    REFUSED("the API or the console refused the call (4xx)"),
    FAILED("no answer, a failure of the server (5xx), or a wait that was too long");

    private final String description;

    ExitCode(String description) {
        this.description = description;
    }

    /** The number that the process ends with. */
    int number() {
        return ordinal();
    }

    static ExitCode ofStatus(int status) {
        if (status == 200) {
            return DONE;
        }
        return status >= 400 && status < 500 ? REFUSED : FAILED;
    }

    static Map<String, String> descriptions() {
        Map<String, String> descriptions = new LinkedHashMap<>();
        for (ExitCode code : values()) {
            descriptions.put(Integer.toString(code.number()), code.description);
        }
        return descriptions;
    }
}

package io.traitgate.modality.status;

import io.traitgate.modality.person.Person;

/**
 * One accepted record that is not built yet, as the watchdog sees it.
 *
 * @param value what Redis holds: "erasures deletions accepted-ms partition offset"
 */
record PendingEntry(String key, String enrolment, String value) {

    long acceptedAtMillis() {
        return number(2);
    }

    boolean isPlaced() {
        return partition() >= 0;
    }

    int partition() {
        return (int) number(3);
    }

    long offset() {
        return number(4);
    }

    private long number(int index) {
        return Long.parseLong(value.split(" ", -1)[index]);
    }

    static String memberOf(String key, String enrolment) {
        return key + " " + enrolment;
    }

    static String key(Person person, String module) {
        return "enrolment:{" + person.tag() + "}:" + person.id().value() + ":" + module;
    }
}

package io.traitgate.local.up;

import io.traitgate.local.Ports;
import io.traitgate.local.service.LocalService;
import io.traitgate.local.stores.FreePort;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Finds taken ports before anything is started, where the reason can still be told in one sentence. */
final class PortCheck {
    private final IntPredicate isFree;

    PortCheck() {
        this(FreePort::isFree);
    }

    PortCheck(IntPredicate isFree) {
        this.isFree = isFree;
    }

    /** Names every taken port, what it is needed for, and the option that helps; empty if all are free. */
    Optional<String> conflict(Ports ports, StorePlan stores) {
        String taken = needed(ports, stores).entrySet().stream()
                .filter(entry -> !isFree.test(entry.getKey()))
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
        return taken.isEmpty()
                ? Optional.empty()
                : Optional.of("Another program listens on port " + taken
                        + ". Stop it, or choose other ports: ./traitgate up --port " + (ports.base() + 1000)
                        + " (the API there, all others counted from it).");
    }

    private static Map<Integer, String> needed(Ports ports, StorePlan stores) {
        Map<Integer, String> needed = new LinkedHashMap<>();
        for (LocalService service : LocalService.values()) {
            needed.put(service.port(ports), service.serviceName());
            needed.putIfAbsent(service.healthPort(ports), service.serviceName() + " health");
        }
        stores.ports().forEach((server, port) -> needed.put(port, server.name()));
        return needed;
    }
}

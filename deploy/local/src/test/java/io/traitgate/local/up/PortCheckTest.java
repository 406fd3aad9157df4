package io.traitgate.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.local.Home;
import io.traitgate.local.Ports;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PortCheckTest {
    private static final Ports PORTS = new Ports(8080);

    @TempDir
    Path folder;

    @Test
    void aTakenPortIsNamedTogetherWithItsUseAndTheOptionThatHelps() {
        assertThat(new PortCheck(port -> port != 8091).conflict(PORTS, external()))
                .hasValueSatisfying(message ->
                        assertThat(message).contains("8091 (session)").contains("./traitgate up --port 9080"));
    }

    @Test
    void freePortsAreNoConflict() {
        assertThat(new PortCheck(port -> true).conflict(PORTS, external())).isEmpty();
    }

    @Test
    void portsOfExternalStoresAreNotNeeded() {
        assertThat(new PortCheck(port -> port < 8100).conflict(PORTS, external()))
                .isEmpty();
    }

    private StorePlan external() {
        ExternalStores stores = ExternalStores.from(Map.of(
                "TRAITGATE_POSTGRESQL_HOST", "db",
                "TRAITGATE_REDIS_URL", "redis://cache:6379",
                "TRAITGATE_KAFKA_BOOTSTRAP_SERVERS", "broker:9092"));
        return new StorePlan(Home.of(folder), PORTS.stores(), stores, new Detours(Map.of()));
    }
}

package io.traitgate.face.service;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.traitgate.testkit.WithLocalStores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithLocalStores(service = "face")
class HealthTest {

    @Test
    void service_becomesReady_onceWorkersAreUpAndSettingsAreRead() throws InterruptedException {
        for (int i = 0; i < 100 && get("/q/health/ready").statusCode() != 200; i++) {
            Thread.sleep(200);
        }

        assertThat(get("/q/health/ready").jsonPath().getList("checks.name", String.class))
                .contains("decoder", "topics");
        assertThat(get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void liveness_watchesTheReadingOfTopics() {
        assertThat(get("/q/health/live").jsonPath().getList("checks.name", String.class))
                .anyMatch(name -> name.contains("Messaging"));
    }

    @Test
    void metrics_areServed() {
        assertThat(get("/q/metrics").asString()).contains("traitgate_");
    }
}

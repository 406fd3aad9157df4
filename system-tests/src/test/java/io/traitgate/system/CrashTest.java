package io.traitgate.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.client.TraitGateClient;
import io.traitgate.contract.session.SessionRequest;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An accepted enrolment survives what happens to the process that accepted it. */
@InHouse
final class CrashTest {
    private static final int USERS = 8;
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    private final House house;

    CrashTest(House house) {
        this.house = house;
    }

    @Test
    void killingFaceServiceBetweenAnEnrolmentAndItsTemplateLosesNothing() throws Exception {
        TraitGateClient client = house.client();
        byte[] photo = Files.readAllBytes(house.example("obama-2009.jpg"));
        List<String> users = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            users.add("crash-" + i);
        }
        List<String> accepted = new ArrayList<>();
        for (String user : users) {
            String session = open(client, user);
            client.enrolFace(session, List.of(photo));
            accepted.add(user);
        }

        long pid = house.pid("face");
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        List<Integer> statuses = new ArrayList<>();
        boolean built = Eventually.within(RECOVERY, () -> {
            statuses.clear();
            for (String user : accepted) {
                statuses.add(status(client, user));
            }
            return statuses.stream().allMatch(status -> status == 1);
        });
        assertThat(built).as("statuses %s", statuses).isTrue();
        assertThat(house.pid("face")).as("restarted").isNotEqualTo(pid);
        for (String user : accepted) {
            double score = client.authenticateFace(
                            open(client, user), List.of(Files.readAllBytes(house.example("obama-2012.jpg"))))
                    .score();
            assertThat(score).as(user).isGreaterThan(0.5);
        }
    }

    private static String open(TraitGateClient client, String user) {
        return client.openSession(request(user)).session();
    }

    private static int status(TraitGateClient client, String user) {
        return client.openSession(request(user)).face();
    }

    private static SessionRequest request(String user) {
        return new SessionRequest(user, "test", "test", null, null, null);
    }
}

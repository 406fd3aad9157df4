package io.traitgate.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.client.TraitGateClient;
import io.traitgate.contract.session.SessionRequest;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An accepted enrolment survives what happens to the process that accepted it. */
@InHouse
final class CrashTest {
    private static final List<String> USERS = List.of("crash-1", "crash-2", "crash-3", "crash-4");

    /** So many that a template takes much longer to build than a process takes to die. */
    private static final int PHOTOS = 10;

    private static final Duration RECOVERY = Duration.ofSeconds(90);

    private final House house;

    CrashTest(House house) {
        this.house = house;
    }

    @Test
    void killingFaceServiceBetweenAnEnrolmentAndItsTemplateLosesNothing() throws Exception {
        TraitGateClient client = house.client();
        byte[] first = Files.readAllBytes(house.example("obama-2009.jpg"));
        byte[] second = Files.readAllBytes(house.example("obama-2012.jpg"));
        List<byte[]> many = Stream.generate(() -> first).limit(PHOTOS).toList();
        long pid = house.pid("face");
        ProcessHandle face = ProcessHandle.of(pid).orElseThrow();
        for (String user : USERS) {
            client.enrolFace(open(client, user), many);
        }

        face.destroyForcibly();
        face.onExit().join();

        assertThat(status(client, USERS.getLast()))
                .as("status of an accepted enrolment whose builder is gone")
                .isEqualTo(2);
        assertThat(Eventually.within(
                        RECOVERY,
                        () -> house.run("status", "--json").exitCode() == 0
                                && USERS.stream().allMatch(user -> status(client, user) == 1)))
                .isTrue();
        assertThat(house.pid("face")).as("restarted").isNotEqualTo(pid);
        for (String user : USERS) {
            double score =
                    client.authenticateFace(open(client, user), List.of(second)).score();
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

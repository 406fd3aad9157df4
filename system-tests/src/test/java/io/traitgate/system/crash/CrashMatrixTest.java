package io.traitgate.system.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.traitgate.contract.http.Route;
import io.traitgate.system.Eventually;
import io.traitgate.system.House;
import io.traitgate.system.InHouse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A dozen rounds in the ordinary suite; {@code ./traitgate test crash --rounds N [--seed S] [--first R]} for more, or for some
 * of them again.
 */
@InHouse
final class CrashMatrixTest {
    /** Longer than the watchdog takes to judge what a crash left pending. */
    private static final Duration DRAINED = Duration.ofSeconds(60);

    private static final Path FOLDER = Path.of("target", "crash");

    private final House house;
    private final Journal journal = new Journal();
    private final Ledger ledger = new Ledger();

    CrashMatrixTest(House house) {
        this.house = house;
    }

    @Test
    @DisplayName(
            "W-046 W-131 whatever dies, nothing acknowledged is lost or counted twice, and calls recover by themselves")
    void nothingIsLostAndCallsRecover() throws Exception {
        FaultPlan plan = FaultPlan.fromProperties();
        List<Fault> faults = plan.faults();
        int last = plan.first() + faults.size() - 1;
        System.out.println("round seed " + plan.seed());
        Books books = new Books(house);
        Rounds rounds = new Rounds(new Injector(house), books, journal, ledger);
        Report report = new Report(FOLDER, plan.seed());
        Mix mix = new Mix(
                "crash-" + Long.toHexString(plan.seed()),
                house.demo(),
                journal,
                ledger,
                Photo.read(house.example("obama-2009.jpg")),
                Photo.read(house.example("obama-2012.jpg")),
                plan.seed());
        List<Round> done = new ArrayList<>();
        mix.start();
        try {
            for (Fault fault : faults) {
                int number = plan.first() + done.size();
                Round round = rounds.run(number, fault, plan.chances(number));
                done.add(round);
                System.out.println(round.line(last));
                report.write(done);
            }
        } finally {
            mix.stop();
            report.keepLogs(house.home().resolve("logs"));
        }

        assertThat(done)
                .allSatisfy(round -> assertThat(round.violations())
                        .as("round %d, %s, seed %d", round.number(), round.fault(), plan.seed())
                        .isEmpty());
        assertThat(Eventually.within(DRAINED, () -> unsettled().isEmpty()))
                .as("statuses at the end: %s", unsettled())
                .isTrue();
        assertThat(books.disagreements(users())).isEmpty();
    }

    /** Users whose status is not what their enrolments make it: 1 with an acknowledged one, never 2 for ever. */
    private List<String> unsettled() {
        Caller caller = new Caller(house.demo());
        return users().stream()
                .map(user -> user + " " + status(caller, user))
                .filter(line -> !line.endsWith(" 1")
                        && (!line.endsWith(" 0") || ledger.hasAcknowledged(line.substring(0, line.indexOf(' ')))))
                .toList();
    }

    private static String status(Caller caller, String user) {
        byte[] body = new ObjectMapper()
                .valueToTree(Map.of("userId", user, "device", "test", "system", "test"))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        Call call = caller.call(Route.SESSIONS, body);
        return call.succeeded() ? call.answer().path("face").asText() : call.toString();
    }

    private Set<String> users() {
        return ledger.most().keySet();
    }
}

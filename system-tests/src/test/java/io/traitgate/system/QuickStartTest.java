package io.traitgate.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the README's quick start does, with its photographs, through the command line. */
@InHouse
final class QuickStartTest {
    private final House house;

    QuickStartTest(House house) {
        this.house = house;
    }

    @Test
    @DisplayName("W-032 W-055 W-065 an enrolled face is 2, then 1")
    void enrolmentIsBuiltInTheBackground() {
        JsonNode enrolled = enrol("anna");

        assertThat(enrolled.path("status").asInt()).isEqualTo(200);
        assertThat(enrolled.path("answer").path("imagesCount").asInt()).isEqualTo(1);
        assertThat(enrolled.path("face").asInt()).as("status after --wait").isEqualTo(1);
        Command session = house.run("session", "--user-id", "anna", "--json");
        assertThat(session.json().path("answer").path("face").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName("W-067 W-069 the second photo of the person is accepted, with liveliness 0")
    void acceptsTheSamePerson() {
        enrol("berta");

        Command auth = house.run("auth", "face", photo("obama-2012.jpg"), "--user-id", "berta", "--json");

        assertThat(auth.exitCode()).as("%s", auth).isZero();
        assertThat(auth.json().path("answer").path("score").asDouble()).isGreaterThan(0.5);
        assertThat(auth.json().path("answer").path("liveliness").asDouble()).isZero();
    }

    @Test
    @DisplayName("W-068 another person has score 0, and the command says so by its exit code")
    void refusesAnotherPerson() {
        enrol("clara");

        Command auth = house.run("auth", "face", photo("biden.jpg"), "--user-id", "clara", "--json");

        assertThat(auth.exitCode()).as("%s", auth).isEqualTo(1);
        assertThat(auth.json().path("answer").path("score").asDouble()).isZero();
    }

    @Test
    @DisplayName("W-085 compare tells the same person from another")
    void compares() {
        Command same = house.run("compare", "face", photo("obama-2009.jpg"), photo("obama-2012.jpg"), "--json");
        Command other = house.run("compare", "face", photo("obama-2009.jpg"), photo("biden.jpg"), "--json");

        assertThat(same.exitCode()).as("%s", same).isZero();
        assertThat(other.exitCode()).as("%s", other).isEqualTo(1);
        assertThat(same.json().path("answer").path("score").asDouble()).isGreaterThan(0.5);
        assertThat(other.json().path("answer").path("score").asDouble()).isZero();
    }

    @Test
    @DisplayName("W-072 W-114 after delete nobody is enrolled any more")
    void deletes() {
        enrol("dora");

        Command deleted = house.run("delete", "face", "--user-id", "dora", "--json");
        Command auth = house.run("auth", "face", photo("obama-2009.jpg"), "--user-id", "dora", "--json");

        assertThat(deleted.exitCode()).as("%s", deleted).isZero();
        assertThat(auth.json().path("status").asInt()).isEqualTo(424);
        assertThat(house.run("session", "--user-id", "dora", "--json")
                        .json()
                        .path("answer")
                        .path("face")
                        .asInt())
                .isZero();
    }

    @Test
    void statusSaysReadyByItsExitCode() {
        Command status = house.run("status", "--json");

        assertThat(status.exitCode()).as("%s", status).isZero();
    }

    @Test
    @DisplayName("W-126 the demo application has a random key pair of the published form, in a private file")
    void demoKeyPairIsRandomAndPrivate() throws Exception {
        JsonNode credentials = house.credentials();

        assertThat(credentials.path("apiKey").asText()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(credentials.path("secret").asText()).matches("[0-9a-f]{64}");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(house.home().resolve("credentials.json"))))
                .isEqualTo("rw-------");
    }

    private JsonNode enrol(String user) {
        Command enrolment = house.run("enroll", "face", photo("obama-2009.jpg"), "--user-id", user, "--wait", "--json");
        assertThat(enrolment.exitCode()).as("%s", enrolment).isZero();
        return enrolment.json();
    }

    private String photo(String name) {
        return house.example(name).toString();
    }
}

package io.traitgate.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PersonHashTest {
    @TempDir
    Path directory;

    @BeforeEach
    void makeKeysets() {
        KeysetGenerator.generate(directory);
    }

    @Test
    void everyServiceNamesAPersonAlike() {
        assertThat(hash("face").of("demo", "anna")).isEqualTo(hash("session").of("demo", "anna"));
    }

    @Test
    void peopleDifferByApplicationAndExactUserId() {
        PersonHash hash = hash("face");

        Set<PersonId> people = new HashSet<>();
        people.add(hash.of("demo", "anna"));
        people.add(hash.of("demo", "Anna"));
        people.add(hash.of("demo", "anna "));
        people.add(hash.of("demoa", "nna"));
        people.add(hash.of("other", "anna"));
        assertThat(people).hasSize(5);
    }

    @Test
    void hashesOfAnotherPurposeNeverMeetAPerson() {
        PersonHash hash = hash("face");

        assertThat(hash.derive("enrolment", "demo", "anna"))
                .hasSize(43)
                .isNotEqualTo(hash.of("demo", "anna").value());
    }

    @Test
    void anotherInstallationNamesThePersonDifferently(@TempDir Path other) {
        KeysetGenerator.generate(other);
        PersonHash theirs =
                ServiceKeys.load(other.resolve("face"), other.resolve("bundle")).personHash();

        assertThat(theirs.of("demo", "anna")).isNotEqualTo(hash("face").of("demo", "anna"));
    }

    @Test
    void theTagIsTheFirstSixteenCharacters() {
        PersonId person = hash("face").of("demo", "anna");

        assertThat(person.value()).matches("[A-Za-z0-9_-]{43}").startsWith(person.tag());
        assertThat(person.tag()).hasSize(16);
    }

    @Test
    void textOfAnotherFormIsNoPersonId() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonId("anna"));
    }

    private PersonHash hash(String service) {
        return ServiceKeys.load(directory.resolve(service), directory.resolve("bundle"))
                .personHash();
    }
}

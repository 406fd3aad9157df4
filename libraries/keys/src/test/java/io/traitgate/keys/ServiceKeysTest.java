package io.traitgate.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServiceKeysTest {
    @TempDir
    Path directory;

    @BeforeEach
    void makeKeysets() {
        KeysetGenerator.generate(directory);
    }

    @Test
    void aServiceOpensOnlyWhatItSealedItself() {
        byte[] sealed = keys("face").master().seal(new byte[] {1, 2, 3}, "template", "person");

        assertThat(keys("face").master().open(sealed, "template", "person")).containsExactly(1, 2, 3);
        assertThatExceptionOfType(UnsealException.class)
                .isThrownBy(() -> keys("session").master().open(sealed, "template", "person"));
    }

    @Test
    void whatIsSealedWithTheSessionKeysetOpensInEveryServiceThatHoldsIt() {
        byte[] sealed = keys("session").session().seal(new byte[] {7}, "session", "id");

        assertThat(keys("anomaly").session().open(sealed, "session", "id")).containsExactly(7);
    }

    @Test
    void theGatewayHoldsNoKeyOfTemplatesSessionsAndPeople() {
        ServiceKeys gateway = keys("gateway");

        assertThatExceptionOfType(KeysException.class).isThrownBy(gateway::master);
        assertThatExceptionOfType(KeysException.class).isThrownBy(gateway::session);
        assertThatExceptionOfType(KeysException.class).isThrownBy(gateway::personHash);
    }

    @Test
    void onlyTheReceiverOpensWhatIsSealedToIt() {
        byte[] sealed = keys("face").sealerTo(Receiver.CONSOLE).seal(new byte[] {5}, "events", "demo");

        assertThat(keys("console").unsealer().open(sealed, "events", "demo")).containsExactly(5);
        assertThatExceptionOfType(UnsealException.class)
                .isThrownBy(() -> keys("gateway").unsealer().open(sealed, "events", "demo"));
        assertThatExceptionOfType(UnsealException.class)
                .isThrownBy(() -> keys("console").unsealer().open(sealed, "events", "other"));
    }

    @Test
    void namesTheFileThatIsMissing() {
        assertThatExceptionOfType(KeysException.class)
                .isThrownBy(() -> keys("gateway").master())
                .withMessageContaining(directory.resolve("gateway/master.json").toString())
                .withMessageContaining("missing");
    }

    @Test
    void namesTheDirectoryAndTheSettingThatAreWrong() {
        assertThatExceptionOfType(KeysException.class)
                .isThrownBy(() -> keys("nobody"))
                .withMessageContaining(directory.resolve("nobody").toString())
                .withMessageContaining("traitgate.keys.directory");
    }

    @Test
    void namesTheFileThatIsNoKeysetAndDoesNotRepeatIt() throws IOException {
        Files.writeString(directory.resolve("face/master.json"), "{\"secret\":1}");

        assertThatExceptionOfType(KeysException.class)
                .isThrownBy(() -> keys("face").master())
                .withMessageContaining("face/master.json")
                .withMessageNotContaining("secret");
    }

    @Test
    void refusesAKeysetOfAnotherKind() throws IOException {
        Files.copy(directory.resolve("face/master.json"), directory.resolve("gateway/master.json"));
        Files.writeString(
                directory.resolve("gateway/signing.json"), Files.readString(directory.resolve("face/master.json")));

        assertThatExceptionOfType(KeysException.class)
                .isThrownBy(() -> keys("gateway").callerContextSigner())
                .withMessageContaining("of another kind");
    }

    @Test
    void everyServiceVerifiesWhatTheGatewaySigns() {
        assertThat(keys("behaviour").callerContextVerifier(InstantSource.system()))
                .isNotNull();
        assertThatExceptionOfType(KeysException.class).isThrownBy(keys("face")::callerContextSigner);
    }

    private ServiceKeys keys(String service) {
        return ServiceKeys.load(directory.resolve(service), directory.resolve("bundle"));
    }
}

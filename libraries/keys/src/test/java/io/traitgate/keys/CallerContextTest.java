package io.traitgate.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import io.traitgate.contract.Permission;
import io.traitgate.keys.CallerRefusedException.Reason;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CallerContextTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123Z");
    private static final byte[] BODY = "{\"session\":\"s\"}".getBytes(UTF_8);
    private static final CallerContext CONTEXT = new CallerContext(
            "demo",
            "4f6d",
            Set.of(Permission.ENROL, Permission.AUTH),
            "0193-id",
            "POST",
            "/v1/face/auth",
            CallerContext.hashOf(BODY),
            NOW);

    private CallerContextSigner signer;
    private CallerContextVerifier verifier;

    @BeforeEach
    void makeKeys() throws GeneralSecurityException {
        KeysetHandle keyset = newKeyset();
        signer = signerOf(keyset);
        verifier = verifierOf(keyset.getPublicKeysetHandle(), NOW);
    }

    @Test
    void theContextArrivesAsItWasSigned() {
        assertThat(verifier.verify(signer.sign(CONTEXT), "POST", "/v1/face/auth", BODY))
                .isEqualTo(CONTEXT);
        assertThat(CONTEXT.may(Permission.AUTH)).isTrue();
        assertThat(CONTEXT.may(Permission.MANAGE)).isFalse();
    }

    @Test
    void aContextIsGoodForItsOwnMethodPathAndBodyOnly() {
        String header = signer.sign(CONTEXT);

        assertRefused(Reason.OTHER_REQUEST, header, "GET", "/v1/face/auth", BODY);
        assertRefused(Reason.OTHER_REQUEST, header, "POST", "/v1/face/delete", BODY);
        assertRefused(Reason.OTHER_REQUEST, header, "POST", "/v1/face/auth", new byte[0]);
    }

    @Test
    void aContextIsGoodForAMinuteInEitherDirection() throws GeneralSecurityException {
        KeysetHandle keyset = newKeyset();
        String header = signerOf(keyset).sign(CONTEXT);
        KeysetHandle publicKeys = keyset.getPublicKeysetHandle();

        for (Duration apart : new Duration[] {Duration.ofSeconds(60), Duration.ofSeconds(-60)}) {
            assertThat(verifierOf(publicKeys, NOW.plus(apart)).verify(header, "POST", "/v1/face/auth", BODY))
                    .isEqualTo(CONTEXT);
        }
        for (Duration apart : new Duration[] {Duration.ofMillis(60_001), Duration.ofMillis(-60_001)}) {
            assertThatExceptionOfType(CallerRefusedException.class)
                    .isThrownBy(
                            () -> verifierOf(publicKeys, NOW.plus(apart)).verify(header, "POST", "/v1/face/auth", BODY))
                    .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.OUT_OF_TIME));
        }
    }

    @Test
    void anotherKeyOrAChangedContextIsForged() throws GeneralSecurityException {
        assertRefused(Reason.FORGED, signerOf(newKeyset()).sign(CONTEXT), "POST", "/v1/face/auth", BODY);

        String header = signer.sign(CONTEXT);
        char other = header.charAt(10) == 'A' ? 'B' : 'A';
        assertRefused(
                Reason.FORGED, header.substring(0, 10) + other + header.substring(11), "POST", "/v1/face/auth", BODY);
    }

    @Test
    void aHeaderOfAnotherFormIsMalformed() {
        for (@Nullable String header : new @Nullable String[] {null, "", "a", "a.b.c!", "!.!", "a".repeat(5000)}) {
            assertRefused(Reason.MALFORMED, header, "POST", "/v1/face/auth", BODY);
        }
    }

    @Test
    void duringARotationBothKeysOfTheGatewayCount() throws GeneralSecurityException {
        KeysetHandle older = newKeyset();
        KeysetHandle both = KeysetHandle.newBuilder(older)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedSignatureParameters.ED25519)
                        .withRandomId()
                        .makePrimary())
                .setConfiguration(Algorithms.configuration())
                .build();
        CallerContextVerifier duringRotation = verifierOf(both.getPublicKeysetHandle(), NOW);

        for (KeysetHandle signing : new KeysetHandle[] {older, both}) {
            assertThat(duringRotation.verify(signerOf(signing).sign(CONTEXT), "POST", "/v1/face/auth", BODY))
                    .isEqualTo(CONTEXT);
        }
    }

    private void assertRefused(Reason reason, @Nullable String header, String method, String path, byte[] body) {
        assertThatExceptionOfType(CallerRefusedException.class)
                .isThrownBy(() -> verifier.verify(header, method, path, body))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static KeysetHandle newKeyset() throws GeneralSecurityException {
        return KeysetHandle.generateNew(PredefinedSignatureParameters.ED25519, Algorithms.configuration());
    }

    private static CallerContextSigner signerOf(KeysetHandle keyset) throws GeneralSecurityException {
        return new CallerContextSigner(keyset.getPrimitive(Algorithms.configuration(), PublicKeySign.class));
    }

    private static CallerContextVerifier verifierOf(KeysetHandle keyset, Instant now) throws GeneralSecurityException {
        return new CallerContextVerifier(
                keyset.getPrimitive(Algorithms.configuration(), PublicKeyVerify.class), () -> now);
    }
}

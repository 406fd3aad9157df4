package io.traitgate.contract.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureVectorsTest {

    static List<SignatureVector> vectors() {
        return SignatureVector.all();
    }

    static List<SignatureVector> webVectors() {
        return vectors().stream().filter(SignatureVector::web).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void acceptsEveryVector(SignatureVector vector) throws Exception {
        byte[] body = bodyOf(vector);
        assertThat(body).hasSize(vector.bodyBytes());
        if (vector.bodySha256() != null) {
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(body)))
                    .isEqualTo(vector.bodySha256());
        }

        assertThat(verifies(vector, vector.path(), vector.correct(), body, true))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void rejectsEveryVectorWithOneByteMore(SignatureVector vector) {
        byte[] body = bodyOf(vector);
        byte[] longer = Arrays.copyOf(body, body.length + 1);

        assertThat(verifies(vector, vector.path(), vector.correct(), longer, true))
                .isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void signerWritesTheStandardVectors(SignatureVector vector) {
        byte[] body = bodyOf(vector);
        String signature = RequestSigner.sign(vector.secret(), vector.method(), vector.path(), body);

        if (vector.web()) {
            assertThat(signature).isNotEqualTo(vector.correct());
        } else {
            assertThat(signature).startsWith(vector.correct());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("webVectors")
    void rejectsTheWebSchemeWhenSwitchedOff(SignatureVector vector) {
        assertThat(verifies(vector, vector.path(), vector.correct(), bodyOf(vector), false))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"S-face_auth", "S-face_compare"})
    @DisplayName("W-007 the values printed for face auth and compare are wrong")
    void rejectsThePrintedValuesOfLostBodies(String id) {
        SignatureVector vector = SignatureVector.of(id);
        String printed = Objects.requireNonNull(vector.printedButWrong());

        assertThat(verifies(vector, vector.path(), printed, bodyOf(vector), true))
                .isFalse();
    }

    /** Bodies as large as the printed ones, for where those are not at hand. */
    @ParameterizedTest
    @ValueSource(ints = {5988, 80_904, 80_956, 299_545})
    void acceptsBodiesOfTheSizesOfThePrintedOnes(int size) {
        byte[] body = new byte[size];
        Random random = new Random(size);
        for (int i = 0; i < size; i++) {
            body[i] = (byte) random.nextInt(' ', '~');
        }
        String expected = Reference.standard("secret", "POST", "/v1/face/enroll", body);

        assertThat(RequestSigner.sign("secret", "post", "/V1/face/enroll", body))
                .isEqualTo(expected);
        SignatureVerifier verifier = new SignatureVerifier(
                SharedSecret.of("secret"), "POST", List.of("/v1/face/auth", "/v1/face/enroll"), true);
        for (int from = 0; from < size; from += 1021) {
            verifier.update(body, from, Math.min(1021, size - from));
        }
        assertThat(verifier.verify(SignatureValue.parse(expected).orElseThrow()))
                .isTrue();
    }

    @Test
    @DisplayName("W-008 the test vector of the command-line client")
    void acceptsTheVectorOfTheCommandLineClient() {
        assertThat(RequestSigner.sign(
                        "bannanaman", "POST", "/potato", "{\"hello\": \"Mr Blobby\"}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("LtlMaa6CGTMsY5OTqB8fYZGTJTAaQMLjsYBd0eUJrkk=");
    }

    @Test
    @DisplayName("W-010 trailing line feeds belong to the body")
    void trailingLineFeedsBelongToTheBody() {
        List<SignatureVector> endings =
                List.of(SignatureVector.of("O-3"), SignatureVector.of("O-4"), SignatureVector.of("O-5"));

        for (SignatureVector signed : endings) {
            for (SignatureVector sent : endings) {
                assertThat(verifies(sent, sent.path(), signed.correct(), bodyOf(sent), true))
                        .as("%s sent with the signature of %s", sent, signed)
                        .isEqualTo(sent.equals(signed));
            }
        }
    }

    @Test
    @DisplayName("W-021 escaped and plain slashes have signatures of their own")
    void escapedSlashesAreOtherBytes() {
        SignatureVector escaped = SignatureVector.of("O-10");
        SignatureVector plain = SignatureVector.of("O-11");

        assertThat(verifies(escaped, escaped.path(), plain.correct(), bodyOf(escaped), true))
                .isFalse();
        assertThat(verifies(plain, plain.path(), escaped.correct(), bodyOf(plain), true))
                .isFalse();
    }

    private static byte[] bodyOf(SignatureVector vector) {
        assumeTrue(
                vector.bytes().isPresent(),
                () -> "set TRAITGATE_REFERENCE to the folder that holds " + vector.bodyFile());
        return vector.bytes().orElseThrow();
    }

    private static boolean verifies(
            SignatureVector vector, String path, String signature, byte[] body, boolean webScheme) {
        SignatureVerifier verifier =
                new SignatureVerifier(SharedSecret.of(vector.secret()), vector.method(), List.of(path), webScheme);
        verifier.update(body, 0, body.length);
        return verifier.verify(SignatureValue.parse(signature).orElseThrow());
    }
}

package io.traitgate.contract.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random messages in random pieces: streaming must not change the answer. A failure names its seed. */
class SignaturePropertiesTest {

    /** One to four bytes of UTF-8, the borders of each length, halves of pairs included by {@link #brokenBody}. */
    private static final String[] CHARACTERS = {
        "a",
        "}",
        "\u007f",
        "\u0080",
        "\u00e9",
        "\u00ff",
        "\u0100",
        "\u07ff",
        "\u0800",
        "\u20ac",
        "\uffff",
        "\ud83d\ude00"
    };

    static List<Long> seeds() {
        return new Random(20_260_101).longs(400).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void acceptsBothSchemesForAnyCandidate(long seed) {
        Random random = new Random(seed);
        byte[] body = random.nextInt(4) == 0 ? brokenBody(random) : body(random);
        String secret = random.nextInt(4) == 0 ? "sécret €" : "0123abcd";
        List<String> paths = paths(random);
        String signed = paths.get(random.nextInt(paths.size()));
        boolean ascii = isAscii(body);

        assertThat(verify(random, secret, paths, body, Reference.standard(secret, "POST", signed, body), true))
                .as("standard scheme, seed %d", seed)
                .isTrue();
        String web = Reference.web(secret, "POST", signed, body);
        boolean sameInBothSchemes = web.equals(Reference.standard(secret, "POST", signed, body));
        assertThat(verify(random, secret, paths, body, web, true))
                .as("web scheme, seed %d", seed)
                .isEqualTo(!ascii || sameInBothSchemes);
        assertThat(verify(random, secret, paths, body, web, false))
                .as("web scheme switched off, seed %d", seed)
                .isEqualTo(sameInBothSchemes);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rejectsOtherPathsMethodsAndSecrets(long seed) {
        Random random = new Random(seed);
        byte[] body = body(random);
        List<String> paths = List.of("/v1/score", "/gw/v1/score");

        for (String wrong : List.of(
                Reference.standard("secret", "GET", "/v1/score", body),
                Reference.standard("secret", "POST", "/v1/scores", body),
                Reference.standard("Secret", "POST", "/v1/score", body),
                Reference.web("secret", "POST", "/v1/score/", body))) {
            assertThat(verify(random, "secret", paths, body, wrong, true))
                    .as("seed %d", seed)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void foldsInPiecesAsInOne(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(60), 0, 0x1_0000).forEach(unit -> text.append((char) unit));
        byte[] expected = Reference.fold(text.toString());

        CodeUnitFolding folding = new CodeUnitFolding();
        byte[] folded = new byte[text.length() + 4];
        int length = 0;
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(text.length(), from + 1 + random.nextInt(7));
            byte[] out = new byte[to - from + 3];
            int written = folding.update(CharBuffer.wrap(text, from, to), out);
            System.arraycopy(out, 0, folded, length, written);
            length += written;
            from = to;
        }
        length += folding.finish(folded, length);

        assertThat(Arrays.copyOf(folded, length)).isEqualTo(expected);
        assertThat(CodeUnitFolding.fold(text.toString())).isEqualTo(expected);
    }

    private static boolean verify(
            Random random, String secret, List<String> paths, byte[] body, String signature, boolean webScheme) {
        SignatureVerifier verifier = new SignatureVerifier(SharedSecret.of(secret), "POST", paths, webScheme);
        for (int from = 0; from < body.length; ) {
            int to = Math.min(body.length, from + 1 + random.nextInt(body.length));
            ByteBuffer piece = ByteBuffer.wrap(body, from, to - from);
            if (random.nextBoolean()) {
                piece = ByteBuffer.allocateDirect(to - from).put(piece).flip();
            }
            verifier.update(piece);
            assertThat(piece.hasRemaining()).isFalse();
            from = to;
        }
        return verifier.verify(SignatureValue.parse(signature).orElseThrow());
    }

    private static List<String> paths(Random random) {
        List<String> paths = new ArrayList<>(List.of("/v1/score", "/v1/score/", "/gw/v1/score", "/prä/v1/score"));
        Collections.shuffle(paths, random);
        return paths.subList(0, 1 + random.nextInt(paths.size()));
    }

    private static byte[] body(Random random) {
        StringBuilder body = new StringBuilder();
        boolean ascii = random.nextInt(3) == 0;
        int length = random.nextInt(8) == 0 ? 20_000 : random.nextInt(40);
        for (int i = 0; i < length; i++) {
            body.append(CHARACTERS[random.nextInt(ascii ? 3 : CHARACTERS.length)]);
        }
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] brokenBody(Random random) {
        byte[] body = new byte[random.nextInt(60)];
        random.nextBytes(body);
        return body;
    }

    private static boolean isAscii(byte[] body) {
        for (byte b : body) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}

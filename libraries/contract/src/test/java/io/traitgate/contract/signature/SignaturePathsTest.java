package io.traitgate.contract.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturePathsTest {

    @Test
    void ordinaryPathHasOneCandidate() {
        assertThat(SignaturePaths.candidates("/v1/score", "/v1/score", List.of()))
                .containsExactly("/v1/score");
        assertThat(SignaturePaths.candidates("/V1/Score", "/v1/score", List.of()))
                .containsExactly("/v1/score");
    }

    @Test
    void candidatesComeInTheOrderOfTheContract() {
        assertThat(SignaturePaths.candidates("/My%20GW/v1/score/", "/v1/score", List.of("/gw", "/other")))
                .containsExactly(
                        "/my%20gw/v1/score/",
                        "/my%20gw/v1/score", "/my gw/v1/score", "/v1/score", "/gw/v1/score", "/other/v1/score");
    }

    @Test
    void escapesAreUtf8() {
        assertThat(SignaturePaths.decode("/pr%C3%a4/%2f%7E")).contains("/prä//~");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%4", "/%zz", "/%-1", "/%%41"})
    void malformedEscapesAreNotDecoded(String path) {
        assertThat(SignaturePaths.decode(path)).isEmpty();
    }
}

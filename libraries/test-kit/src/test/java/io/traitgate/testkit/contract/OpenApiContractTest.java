package io.traitgate.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traitgate.contract.http.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiContractTest {

    private final OpenApiContract contract = OpenApiContract.load();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SESSIONS     | 200 | {"session":"0123456789012345678901234567890123456789","face":2,"voice":0,"behaviour":1}
            FACE_AUTH    | 200 | {"score":0.5,"liveliness":1.0,"metadata":"c3RlcA=="}
            FACE_AUTH    | 460 | {"error":"No token found","errors":[{"description":"No token found","code":152}]}
            VOICE_TOKEN  | 200 | {"token":"Hello, my password is 6-6-7, verify me"}
            SCORE        | 200 | {"session":"s","metadata":[],"scores":[{"version":"1","type":"t","value":1}],"score":0,"status":0}
            """)
    void allowsAnswersOfTheContract(Route route, int status, String body) {
        assertThat(contract.problems(route, status, body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SESSIONS     | 200 | {"session":"short","face":0,"voice":0,"behaviour":0}
            SESSIONS     | 200 | {"session":"0123456789012345678901234567890123456789","face":"1","voice":0,"behaviour":0}
            SESSIONS     | 201 | {"session":"0123456789012345678901234567890123456789","face":0,"voice":0,"behaviour":0}
            SESSIONS     | 424 | {"error":"User not found","errors":[{"description":"User not found","code":107}]}
            FACE_AUTH    | 200 | {"score":0.5,"liveliness":1.0,"metadata":null}
            FACE_AUTH    | 200 | {"score":1.5,"liveliness":1.0}
            FACE_AUTH    | 200 | {"score":0.5,"liveliness":1.0,"error":"none"}
            FACE_AUTH    | 200 | {}
            FACE_AUTH    | 422 | {"error":"other","errors":[{"description":"Image is blurry","code":11}]}
            FACE_AUTH    | 422 | {"error":"Image is blurry"}
            FACE_AUTH    | 500 | <html>
            """)
    void refusesOthers(Route route, int status, String body) {
        assertThat(contract.problems(route, status, body)).isNotEmpty();
    }

    @Test
    void namesTheProblem() {
        assertThatThrownBy(() -> contract.assertAnswer(Route.SCORE, 200, "{}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/v1/score answered 200 {}")
                .hasMessageContaining("scores");
    }
}

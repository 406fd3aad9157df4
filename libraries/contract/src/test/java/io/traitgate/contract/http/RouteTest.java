package io.traitgate.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.contract.Permission;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {

    @ParameterizedTest
    @EnumSource
    void everyRouteIsFoundByItsPathInAnyCaseWithOneSlash(Route route) {
        assertThat(Route.of(route.path())).contains(route);
        assertThat(Route.of(route.path() + "/")).contains(route);
        assertThat(Route.of(route.path().toUpperCase(Locale.ROOT))).contains(route);
        assertThat(Route.of(route.path() + "//")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/v1", "/v2/sessions", "/v1/face/enroll/nosession", "/v1/face", "v1/sessions"})
    void otherPathsHaveNoRoute(String path) {
        assertThat(Route.of(path)).isEmpty();
    }

    @Test
    void limitsAreThoseOfTheContract() {
        assertThat(Route.SESSIONS.bodyLimit()).isEqualTo(131_072);
        assertThat(Route.FACE_COMPARE.bodyLimit()).isEqualTo(2_097_152);
        assertThat(Route.BEHAVIOURAL.bodyLimit()).isEqualTo(8_388_608);
        assertThat(Route.BEHAVIOURAL_SUBMIT.bodyLimit()).isEqualTo(8_388_608);
    }

    @Test
    void olderPermissionsCoverAllRoutes() {
        for (Route route : Route.values()) {
            assertThat(route.permission().stream().toList()).isSubsetOf(Permission.parseAll(List.of("WRITE", "read")));
        }
        assertThat(Permission.parse("read")).containsExactly(Permission.SCORE);
        assertThat(Permission.parse("debug")).containsExactly(Permission.DEBUG);
        assertThat(Permission.parse("write")).doesNotContain(Permission.SCORE, Permission.DEBUG);
    }
}

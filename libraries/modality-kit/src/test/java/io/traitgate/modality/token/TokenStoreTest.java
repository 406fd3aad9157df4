package io.traitgate.modality.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.traitgate.contract.Module;
import io.traitgate.contract.error.ApiException;
import io.traitgate.modality.Await;
import io.traitgate.modality.People;
import io.traitgate.modality.session.Session;
import io.traitgate.testkit.WithLocalStores;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithLocalStores(service = "face")
class TokenStoreTest {

    @Inject
    TokenStore tokens;

    @Inject
    People people;

    @Inject
    RedisAPI redis;

    @Test
    void newerToken_takesThePlaceOfTheOlder_inItsModuleOnly() {
        Session session = people.session(people.somebody());

        Await.result(tokens.issue(session, Module.FACE, TokenType.AUTH));
        Await.result(tokens.issue(session, Module.FACE, TokenType.ENROL_6));
        IssuedToken voice = Await.result(tokens.issue(session, Module.VOICE, TokenType.AUTH));

        assertThat(Await.result(tokens.newest(session, Module.FACE))
                        .orElseThrow()
                        .digits())
                .isEqualTo("1-2-3");
        assertThat(Await.result(tokens.newest(session, Module.VOICE))
                        .orElseThrow()
                        .digits())
                .isEqualTo(voice.digits());
    }

    @Test
    void sessionWithoutToken_hasNone() {
        assertThat(Await.result(tokens.newest(people.session(people.somebody()), Module.FACE)))
                .isEmpty();
    }

    @Test
    void authenticationDigits_varyFromCallToCall() {
        Session session = people.session(people.somebody());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            seen.add(Await.result(tokens.issue(session, Module.FACE, TokenType.AUTH))
                    .digits());
        }

        assertThat(seen).hasSizeGreaterThan(10).allMatch(digits -> digits.matches("\\d-\\d-\\d"));
    }

    @Test
    void firstFiveEnrolmentTokens_holdAllDigits() {
        Set<Character> digits = new HashSet<>();
        Stream.of(TokenType.ENROL_1, TokenType.ENROL_2, TokenType.ENROL_3, TokenType.ENROL_4, TokenType.ENROL_5)
                .flatMap(type -> type.fixedDigits().stream())
                .forEach(text -> text.chars().filter(Character::isDigit).forEach(it -> digits.add((char) it)));

        assertThat(digits).hasSize(10);
    }

    @Test
    void tokenForASessionThatEnded_isRefused() {
        Session session = people.session(people.somebody());
        Await.result(redis.del(
                List.of("session:{" + session.id().tag() + "}:" + session.id().secret())));

        assertThatThrownBy(() -> Await.result(tokens.issue(session, Module.FACE, TokenType.AUTH)))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.status()).isEqualTo(403));
    }

    @Test
    void state_isComputedFromTypeAgeAndUse() {
        Instant now = Instant.parse("2026-01-01T12:00:00Z");
        Instant fresh = now.minus(Duration.ofMinutes(5)).plusMillis(1);
        Instant old = now.minus(Duration.ofMinutes(5));

        assertThat(new IssuedToken(TokenType.AUTH, "1-1-1", fresh, false).state(now))
                .isEqualTo(TokenState.LIVE);
        assertThat(new IssuedToken(TokenType.AUTH, "1-1-1", old, false).state(now))
                .isEqualTo(TokenState.SPENT);
        assertThat(new IssuedToken(TokenType.AUTH, "1-1-1", fresh, true).state(now))
                .isEqualTo(TokenState.SPENT);
        assertThat(new IssuedToken(TokenType.ENROL_1, "1-5-9", fresh, false).state(now))
                .isEqualTo(TokenState.LIVE);
        assertThat(new IssuedToken(TokenType.ENROL_1, "1-5-9", old, false).state(now))
                .isEqualTo(TokenState.NONE);
        assertThat(new IssuedToken(TokenType.ENROL_1, "1-5-9", old, true).state(now))
                .isEqualTo(TokenState.SPENT);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "enroll-0", "enroll-10", "AUTH", "enrol-1"})
    void otherTypes_areRefused(@Nullable String type) {
        assertThatThrownBy(() -> TokenType.parse(type)).isInstanceOfSatisfying(ApiException.class, refused -> {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.getMessage()).isEqualTo("Invalid token type");
        });
    }

    @Test
    void token_isNeverPrinted() {
        assertThat(new IssuedToken(TokenType.AUTH, "1-2-3", Instant.EPOCH, false).toString())
                .doesNotContain("1-2-3");
    }
}

package io.traitgate.modality.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParseException;
import io.smallrye.mutiny.Uni;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.modality.Await;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.redis.client.impl.types.ErrorType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.CharacterCodingException;
import org.junit.jupiter.api.Test;

class StoreFailureTest {

    @Test
    void closedConnections_areOutages_howeverDeep() {
        assertThat(StoreFailure.isUnreachable(new IllegalStateException(new ConnectException("refused"))))
                .isTrue();
        assertThat(StoreFailure.isUnreachable(new VertxException("Connection was closed")))
                .isTrue();
    }

    @Test
    void brokenPipe_isAnOutage_andBytesThatCannotBeReadAreNot() {
        assertThat(StoreFailure.isUnreachable(new IOException("Broken pipe"))).isTrue();
        assertThat(StoreFailure.isUnreachable(new ClosedChannelException())).isTrue();
        assertThat(StoreFailure.isUnreachable(new UncheckedIOException(new JsonParseException(null, "no JSON"))))
                .isFalse();
        assertThat(StoreFailure.isUnreachable(new UncheckedIOException(new CharacterCodingException())))
                .isFalse();
    }

    @Test
    void failureThatCausedItself_isFollowedToAnEnd() {
        RuntimeException first = new RuntimeException();
        first.initCause(new RuntimeException(first));

        assertThat(StoreFailure.isUnreachable(first)).isFalse();
    }

    @Test
    void stateOfTheServer_isAnOutage_andAMistakeIsNot() {
        assertThat(StoreFailure.isUnreachable(pg("57P01"))).isTrue();
        assertThat(StoreFailure.isUnreachable(pg("53300"))).isTrue();
        assertThat(StoreFailure.isUnreachable(pg("23505"))).isFalse();
        assertThat(StoreFailure.isUnreachable(ErrorType.create("LOADING Redis is loading the dataset")))
                .isTrue();
        assertThat(StoreFailure.isUnreachable(ErrorType.create("READONLY You can't write")))
                .isTrue();
        assertThat(StoreFailure.isUnreachable(ErrorType.create("ERR wrong number of arguments")))
                .isFalse();
    }

    @Test
    void outage_isAnswered503_andOtherFailuresStayWhatTheyAre() {
        assertThatThrownBy(() ->
                        Await.result(StoreFailure.guardSql(Uni.createFrom().failure(new ConnectException("refused")))))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.status()).isEqualTo(503);
                    assertThat(refused.errors().getFirst().code()).isEqualTo(120);
                });
        assertThatThrownBy(() -> Await.result(
                        StoreFailure.guardSql(Uni.createFrom().failure(new ApiException(ApiError.USER_NOT_FOUND)))))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.status()).isEqualTo(424));
    }

    @Test
    void storeThatNeverAnswers_isAnOutage() {
        assertThatThrownBy(() ->
                        Await.result(StoreFailure.guardRedis(Uni.createFrom().nothing())))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.status()).isEqualTo(503));
    }

    private static PgException pg(String state) {
        return new PgException("message", "ERROR", state, "detail");
    }
}

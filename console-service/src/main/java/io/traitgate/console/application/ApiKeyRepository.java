package io.traitgate.console.application;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;

/** The table {@code api_key}. */
@Singleton
final class ApiKeyRepository implements PanacheRepositoryBase<ApiKeyEntity, String> {

    Uni<Boolean> taken(String apiKey) {
        return count("apiKey", apiKey).map(rows -> rows > 0);
    }

    /** Null if there is none; otherwise its row stays locked until the transaction ends. */
    Uni<ApiKeyEntity> lock(String apiKey) {
        return findById(apiKey, LockModeType.PESSIMISTIC_WRITE);
    }

    Uni<List<ApiKeyEntity>> inOrderOfAge() {
        return list("from ApiKeyEntity order by createdAt, apiKey");
    }

    /** The keys of an application, locked until the transaction ends. */
    Uni<List<ApiKeyEntity>> lockOf(String applicationId) {
        return find("applicationId = ?1 order by apiKey", applicationId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The keys whose time is over and which are not withdrawn yet, locked until the transaction ends. */
    Uni<List<ApiKeyEntity>> lockRunOut(Instant now) {
        return find("validUntil <= ?1 and revokedAt is null order by apiKey", now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}

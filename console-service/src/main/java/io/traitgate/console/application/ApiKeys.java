package io.traitgate.console.application;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.traitgate.console.admin.ProblemException;
import io.traitgate.console.outbox.OutboxPublisher;
import io.traitgate.console.outbox.OutboxSource;
import io.traitgate.contract.Permission;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The life of a key after its birth: replaced with an overlap, withdrawn when the overlap is over, revoked at once. A
 * withdrawn or revoked key never becomes good again.
 */
@Singleton
final class ApiKeys implements OutboxSource {

    private final ApplicationRepository applications;
    private final ApiKeyRepository keys;
    private final KeyPairGenerator generator;
    private final SecretVault vault;
    private final KeyPublication publication;
    private final OutboxPublisher publisher;
    private final Clock clock;

    @Inject
    ApiKeys(
            ApplicationRepository applications,
            ApiKeyRepository keys,
            KeyPairGenerator generator,
            SecretVault vault,
            KeyPublication publication,
            OutboxPublisher publisher,
            Clock clock) {
        this.applications = applications;
        this.keys = keys;
        this.generator = generator;
        this.vault = vault;
        this.publication = publication;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Issues a successor with the same permissions; both keys are good until the overlap is over.
     *
     * @throws ProblemException (as failure) 404 for an unknown key, 409 for one that is revoked or already replaced
     */
    Uni<IssuedKey> rotate(String apiKey, Duration overlap) {
        KeyPair successor = generator.next();
        return Panache.withTransaction(() -> existing(apiKey)
                        .invoke(ApiKeys::refuseReplaced)
                        .chain(old -> replace(old, successor, clock.instant().plus(overlap))))
                .invoke(publisher::wake);
    }

    /**
     * Withdraws a key at once; revoking it again changes nothing.
     *
     * @throws ProblemException (as failure) 404 for an unknown key
     */
    Uni<Void> revoke(String apiKey) {
        return Panache.withTransaction(() -> existing(apiKey).chain(this::withdraw))
                .invoke(publisher::wake);
    }

    /** Withdraws the keys whose overlap is over. The gateway refuses them by their end already; this cleans up. */
    @Scheduled(every = "{traitgate.api-keys.withdrawal-check}", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> withdrawRunOut() {
        return Panache.withTransaction(() -> keys.lockRunOut(clock.instant()).chain(this::withdrawAll))
                .invoke(withdrawn -> {
                    if (withdrawn > 0) {
                        publisher.wake();
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> addEverything() {
        return Panache.withSession(applications::ids)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(this::addAllOf)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> addAllOf(String application) {
        return Panache.withTransaction(() -> keys.lockOf(application)
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(publication::publish)
                        .onItem()
                        .ignoreAsUni()));
    }

    private Uni<ApiKeyEntity> existing(String apiKey) {
        return keys.lock(apiKey)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("There is no such API key"));
    }

    private static void refuseReplaced(ApiKeyEntity key) {
        if (key.revoked()) {
            throw ProblemException.conflict("This API key is revoked");
        }
        if (key.validUntil().isPresent()) {
            throw ProblemException.conflict("This API key is being replaced already");
        }
    }

    private Uni<IssuedKey> replace(ApiKeyEntity old, KeyPair successor, Instant end) {
        Instant now = clock.instant();
        String application = old.applicationId();
        old.expireAt(end);
        if (!end.isAfter(now)) {
            old.revoke(now);
        }
        ApiKeyEntity next = new ApiKeyEntity(
                successor.apiKey(), application, vault.seal(successor, application), old.permissions(), now);
        return keys.persist(next)
                .chain(publication::publish)
                .chain(() -> publication.publish(old))
                .chain(() -> applications.findById(application))
                .map(owner -> new IssuedKey(
                        new IssuedKey.Owner(owner.id(), owner.name()),
                        successor.apiKey(),
                        successor.secret(),
                        next.permissions().stream().map(Permission::wireName).toList(),
                        old.apiKey(),
                        end));
    }

    private Uni<Integer> withdrawAll(List<ApiKeyEntity> runOut) {
        return Multi.createFrom()
                .iterable(runOut)
                .onItem()
                .transformToUniAndConcatenate(this::withdraw)
                .onItem()
                .ignoreAsUni()
                .replaceWith(runOut.size());
    }

    private Uni<Void> withdraw(ApiKeyEntity key) {
        if (key.revoked()) {
            return Uni.createFrom().voidItem();
        }
        key.revoke(clock.instant());
        return publication.publish(key);
    }
}

package io.traitgate.console.application;

import static java.util.stream.Collectors.groupingBy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.traitgate.console.admin.ProblemException;
import io.traitgate.console.outbox.OutboxPublisher;
import io.traitgate.contract.Permission;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The applications of this installation. An application is made with its first key pair, in one transaction. */
@Singleton
final class Applications {

    private final ApplicationRepository applications;
    private final ApiKeyRepository keys;
    private final KeyPairGenerator generator;
    private final SecretVault vault;
    private final KeyPublication publication;
    private final OutboxPublisher publisher;
    private final Clock clock;

    @Inject
    Applications(
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
     * Makes an application with a random key pair; the answer is the only place where its secret is told.
     *
     * @throws ProblemException (as failure) 409 if the name or the id made of it is taken
     */
    Uni<IssuedKey> create(ApplicationName name, Set<Permission> permissions) {
        KeyPair pair = generator.next();
        return add(name, pair, permissions, () -> newOne(name))
                .replaceWith(issued(name, pair.apiKey(), pair.secret(), permissions));
    }

    /**
     * Takes over a pair that exists already, as a key of the application of this name, which is made if there is none:
     * an application may bring several pairs.
     *
     * @throws ProblemException (as failure) 409 if the key is taken, also by a revoked key, or the id by another name
     */
    Uni<IssuedKey> importPair(ApplicationName name, KeyPair pair, Set<Permission> permissions) {
        return add(name, pair, permissions, () -> newOrExisting(name))
                .replaceWith(issued(name, pair.apiKey(), null, permissions));
    }

    Uni<List<ApplicationView>> list() {
        return Panache.withSession(() -> applications
                .inOrderOfNames()
                .chain(found -> keys.inOrderOfAge().map(all -> {
                    Map<String, List<ApiKeyEntity>> byApplication =
                            all.stream().collect(groupingBy(ApiKeyEntity::applicationId));
                    return found.stream()
                            .map(one -> ApplicationView.of(one, byApplication.getOrDefault(one.id(), List.of())))
                            .toList();
                })));
    }

    private Uni<Void> add(
            ApplicationName name, KeyPair pair, Set<Permission> permissions, Supplier<Uni<Void>> application) {
        return Panache.withTransaction(() -> application
                        .get()
                        .chain(() -> refuseTaken(pair))
                        .chain(() -> keys.persist(new ApiKeyEntity(
                                pair.apiKey(), name.id(), vault.seal(pair, name.id()), permissions, clock.instant())))
                        .chain(publication::publish))
                .onFailure(ConstraintViolationException.class)
                .transform(raced -> ProblemException.conflict("This name or API key has just been taken"))
                .invoke(publisher::wake);
    }

    private Uni<Void> newOne(ApplicationName name) {
        return applications.findById(name.id()).chain(existing -> {
            if (existing != null) {
                throw taken(name);
            }
            return persist(name);
        });
    }

    private Uni<Void> newOrExisting(ApplicationName name) {
        return applications.findById(name.id()).chain(existing -> {
            if (existing == null) {
                return persist(name);
            }
            if (!existing.name().equals(name.text())) {
                throw taken(name);
            }
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> persist(ApplicationName name) {
        return applications
                .persist(new ApplicationEntity(name, clock.instant()))
                .replaceWithVoid();
    }

    private Uni<Void> refuseTaken(KeyPair pair) {
        return keys.taken(pair.apiKey())
                .invoke(taken -> {
                    if (taken) {
                        throw ProblemException.conflict("This API key exists already, or was revoked");
                    }
                })
                .replaceWithVoid();
    }

    private static ProblemException taken(ApplicationName name) {
        return ProblemException.conflict(
                "An application with this name, or with the id " + name.id() + ", exists already");
    }

    private static IssuedKey issued(
            ApplicationName name, String apiKey, @Nullable String secret, Set<Permission> permissions) {
        return new IssuedKey(
                new IssuedKey.Owner(name.id(), name.text()),
                apiKey,
                secret,
                permissions.stream().sorted().map(Permission::wireName).toList(),
                null,
                null);
    }
}

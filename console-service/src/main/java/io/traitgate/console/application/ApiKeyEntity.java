package io.traitgate.console.application;

import io.traitgate.contract.Permission;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A row of {@code api_key}; the secret is sealed by {@link SecretVault}. A revoked key stays as a row for ever. */
@Entity
@Table(name = "api_key")
class ApiKeyEntity {

    @Id
    @Column(name = "api_key")
    private String apiKey;

    @Column(name = "application_id")
    private String applicationId;

    @Column(name = "sealed_secret")
    private byte[] sealedSecret;

    private String permissions;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "valid_until")
    private Instant validUntil;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    /** For Hibernate. */
    ApiKeyEntity() {}

    ApiKeyEntity(
            String apiKey, String applicationId, byte[] sealedSecret, Set<Permission> permissions, Instant createdAt) {
        this.apiKey = apiKey;
        this.applicationId = applicationId;
        this.sealedSecret = sealedSecret.clone();
        this.permissions =
                permissions.stream().sorted().map(Permission::wireName).collect(Collectors.joining(","));
        this.createdAt = createdAt;
    }

    String apiKey() {
        return apiKey;
    }

    String applicationId() {
        return applicationId;
    }

    byte[] sealedSecret() {
        return sealedSecret.clone();
    }

    Set<Permission> permissions() {
        return permissions.isEmpty() ? Set.of() : Permission.parseAll(Arrays.asList(permissions.split(",")));
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Set once a successor was issued: from then on the key is good for nothing. */
    Optional<Instant> validUntil() {
        return Optional.ofNullable(validUntil);
    }

    boolean revoked() {
        return revokedAt != null;
    }

    void expireAt(Instant end) {
        validUntil = end;
    }

    void revoke(Instant now) {
        revokedAt = now;
    }
}

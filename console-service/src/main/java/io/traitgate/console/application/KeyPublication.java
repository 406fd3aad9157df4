package io.traitgate.console.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.traitgate.console.outbox.Outbox;
import io.traitgate.console.outbox.OutboxRecord;
import io.traitgate.contract.Permission;
import io.traitgate.contract.topic.Topic;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Tells the gateway what has become of a key: its application, permissions and sealed secret, or that it is withdrawn. */
@Singleton
final class KeyPublication {

    private final SecretVault vault;
    private final ObjectMapper json;
    private final Outbox outbox;

    @Inject
    KeyPublication(SecretVault vault, ObjectMapper json, Outbox outbox) {
        this.vault = vault;
        this.json = json;
        this.outbox = outbox;
    }

    /** Adds the record of a key whose row the caller's transaction has just made or holds locked. */
    Uni<Void> publish(ApiKeyEntity key) {
        return outbox.add(new OutboxRecord(Topic.APPLICATION_KEYS, key.apiKey(), key.revoked() ? null : value(key)));
    }

    private byte[] value(ApiKeyEntity key) {
        ApplicationKeyRecord value = new ApplicationKeyRecord(
                ApplicationKeyRecord.VERSION,
                key.apiKey(),
                key.applicationId(),
                key.permissions().stream().map(Permission::wireName).toList(),
                vault.sealedToGateway(key),
                key.validUntil().orElse(null));
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of plain values can always be written", e);
        }
    }
}

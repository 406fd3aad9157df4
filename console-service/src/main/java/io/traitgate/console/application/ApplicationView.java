package io.traitgate.console.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.traitgate.contract.Permission;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An application with its keys, oldest first, as the list shows it. */
record ApplicationView(String id, String name, Instant createdAt, List<KeyView> keys) {

    static ApplicationView of(ApplicationEntity application, List<ApiKeyEntity> keys) {
        return new ApplicationView(
                application.id(),
                application.name(),
                application.createdAt(),
                keys.stream().map(KeyView::of).toList());
    }

    /**
     * A key without its secret.
     *
     * @param state {@code active}, {@code expiring} once a successor was issued, or {@code revoked}
     * @param validUntil the end of an expiring key
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeyView(
            String apiKey,
            String state,
            List<String> permissions,
            Instant createdAt,
            @Nullable Instant validUntil) {

        static KeyView of(ApiKeyEntity key) {
            return new KeyView(
                    key.apiKey(),
                    state(key),
                    key.permissions().stream().map(Permission::wireName).toList(),
                    key.createdAt(),
                    key.validUntil().orElse(null));
        }

        private static String state(ApiKeyEntity key) {
            if (key.revoked()) {
                return "revoked";
            }
            return key.validUntil().isPresent() ? "expiring" : "active";
        }
    }
}

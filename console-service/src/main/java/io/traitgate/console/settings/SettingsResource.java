package io.traitgate.console.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** {@code /admin/applications/{id}/settings}. */
@Path("/admin/applications/{id}/settings")
@Singleton
final class SettingsResource {

    private final ApplicationSettings settings;

    @Inject
    SettingsResource(ApplicationSettings settings) {
        this.settings = settings;
    }

    @GET
    public Uni<SettingsView> get(@RestPath String id) {
        return settings.of(id).map(document -> new SettingsView(id, document.values()));
    }

    @PUT
    public Uni<SettingsView> put(@RestPath String id, @Nullable SettingsBody body) {
        SettingsDocument wanted = SettingsDocument.checked(body == null ? null : body.settings());
        return settings.replace(id, wanted).map(document -> new SettingsView(id, document.values()));
    }

    /** What is to be set, in place of all that was; null or absent gives a setting its default. */
    record SettingsBody(@Nullable Map<String, JsonNode> settings) {}

    /** What is set for an application; what is not here has its default. */
    record SettingsView(String application, Map<String, JsonNode> settings) {}
}

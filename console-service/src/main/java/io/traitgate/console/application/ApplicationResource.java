package io.traitgate.console.application;

import io.smallrye.mutiny.Uni;
import io.traitgate.console.admin.ProblemException;
import io.traitgate.contract.Permission;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** {@code /admin/applications}. */
@Path("/admin/applications")
@Singleton
final class ApplicationResource {

    private static final Set<Permission> OF_IMPORTS = Permission.parseAll(List.of("write", "read"));

    private final Applications applications;

    @Inject
    ApplicationResource(Applications applications) {
        this.applications = applications;
    }

    @GET
    public Uni<ApplicationList> list() {
        return applications.list().map(ApplicationList::new);
    }

    @POST
    @ResponseStatus(201)
    public Uni<IssuedKey> create(@Nullable NewApplication body) {
        NewApplication wanted = required(body);
        return applications.create(ApplicationName.of(wanted.name()), wanted.permissionsOr(Permission.all()));
    }

    @POST
    @Path("import")
    @ResponseStatus(201)
    public Uni<IssuedKey> importPair(@Nullable NewApplication body) {
        NewApplication wanted = required(body);
        return applications.importPair(
                ApplicationName.of(wanted.name()),
                KeyPair.imported(wanted.apiKey(), wanted.secret()),
                wanted.permissionsOr(OF_IMPORTS));
    }

    private static NewApplication required(@Nullable NewApplication body) {
        if (body == null) {
            throw ProblemException.badRequest("The body must be a JSON object");
        }
        return body;
    }

    /** The answer of the list. */
    record ApplicationList(List<ApplicationView> applications) {}
}

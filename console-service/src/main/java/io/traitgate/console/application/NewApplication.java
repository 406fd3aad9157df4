package io.traitgate.console.application;

import io.traitgate.console.admin.ProblemException;
import io.traitgate.contract.Permission;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that makes an application. Printing it shows no secret.
 *
 * @param name how people call it
 * @param apiKey for an import: the key that exists
 * @param secret for an import: its secret
 * @param permissions names of {@link Permission}, or {@code write} and {@code read}; absent for the default
 */
record NewApplication(
        @Nullable String name,
        @Nullable String apiKey,
        @Nullable String secret,
        @Nullable List<@Nullable String> permissions) {

    /**
     * What the key may do.
     *
     * @throws ProblemException if a name is unknown or none is given
     */
    Set<Permission> permissionsOr(Set<Permission> byDefault) {
        if (permissions == null) {
            return byDefault;
        }
        try {
            Set<Permission> granted = Permission.parseAll(
                    permissions.stream().map(String::valueOf).toList());
            if (granted.isEmpty()) {
                throw ProblemException.badRequest("permissions must name at least one permission");
            }
            return granted;
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.badRequest("permissions may hold write, read, "
                    + String.join(
                            ", ",
                            Permission.all().stream().map(Permission::wireName).toList()));
        }
    }

    @Override
    public String toString() {
        return "NewApplication[name=" + name + "]";
    }
}

package io.traitgate.local.stores;

import java.util.Map;

/** The way of each service into the database. */
public final class ServiceRoles {
    private final Map<String, PostgreSqlAccess> byService;

    ServiceRoles(Map<String, PostgreSqlAccess> byService) {
        this.byService = Map.copyOf(byService);
    }

    /** The role of a service that was named when the database was prepared. */
    public PostgreSqlAccess of(String service) {
        PostgreSqlAccess access = byService.get(service);
        if (access == null) {
            throw new IllegalArgumentException("no role was prepared for " + service);
        }
        return access;
    }
}

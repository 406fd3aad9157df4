package io.traitgate.local.up;

import io.traitgate.local.Home;
import io.traitgate.local.Ports;
import io.traitgate.local.ServiceSettings;
import io.traitgate.local.service.LocalService;
import io.traitgate.local.stores.ServiceRoles;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The environment each service starts in. What it has no need of, and secrets of others above all, is not in it. */
final class ServiceEnvironment {
    private final Home home;
    private final Ports ports;
    private final String host;
    private final StorePlan stores;
    private final ServiceRoles roles;
    private final String adminToken;
    private final Detours detours;

    /**
     * @param host the interface the API listens on
     * @param adminToken bearer token of the admin API
     * @param detours what stands between processes
     */
    ServiceEnvironment(
            Home home,
            Ports ports,
            String host,
            StorePlan stores,
            ServiceRoles roles,
            String adminToken,
            Detours detours) {
        this.home = home;
        this.ports = ports;
        this.host = host;
        this.stores = stores;
        this.roles = roles;
        this.adminToken = adminToken;
        this.detours = detours;
    }

    Map<String, String> of(LocalService service) {
        ServiceSettings settings = new ServiceSettings()
                .keys(home.keysets(), service.serviceName())
                .kafka(detours.kafka(stores.kafka()))
                .with("quarkus.http.host", "127.0.0.1")
                .with("quarkus.http.port", Integer.toString(service.healthPort(ports)));
        if (service.stores()) {
            settings.postgreSql(detours.postgreSql(roles.of(service.serviceName())))
                    .redis(detours.redis(stores.redis()));
        }
        switch (service) {
            case GATEWAY -> gateway(settings);
            case CONSOLE -> console(settings);
            case FACE ->
                settings.with(
                                "traitgate.face.decoder.cache-directory",
                                home.natives().toString())
                        .with("traitgate.face.model-cache", home.models().toString());
            case SESSION -> {}
        }
        Map<String, String> environment = inherited();
        environment.putAll(settings.environment());
        return environment;
    }

    private void gateway(ServiceSettings settings) {
        settings.with("traitgate.http.host", host)
                .with("traitgate.http.port", Integer.toString(LocalService.GATEWAY.port(ports)));
        for (LocalService target : LocalService.values()) {
            if (target.isRouted()) {
                settings.with(
                        "traitgate.routes." + target.serviceName(),
                        "http://127.0.0.1:" + detours.port(target.serviceName(), target.port(ports)));
            }
        }
    }

    private void console(ServiceSettings settings) {
        settings.with("traitgate.admin.token", adminToken)
                .with(
                        "traitgate.people.services",
                        Arrays.stream(LocalService.values())
                                .filter(LocalService::stores)
                                .map(LocalService::serviceName)
                                .collect(Collectors.joining(",")));
        for (LocalService target : LocalService.values()) {
            if (target.isRouted()) {
                settings.with(
                        "traitgate.people.routes." + target.serviceName(), "http://127.0.0.1:" + target.port(ports));
            }
        }
    }

    private static Map<String, String> inherited() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(ExternalStores::isStoreVariable);
        // Every arena of the C library holds memory back; few threads need few of them.
        environment.putIfAbsent("MALLOC_ARENA_MAX", "2");
        return environment;
    }
}

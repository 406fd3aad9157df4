package io.traitgate.gateway.upstream;

import io.traitgate.contract.http.ServiceName;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The addresses of the services, checked once at start. */
@Singleton
final class Upstreams {

    private final Map<ServiceName, RequestOptions> addresses = new EnumMap<>(ServiceName.class);

    Upstreams(RouteSettings settings) {
        for (ServiceName service : ServiceName.values()) {
            settings.of(service).ifPresent(uri -> addresses.put(service, address(service, uri)));
        }
    }

    /** A fresh copy of the address, to be completed with a path. */
    Optional<RequestOptions> address(ServiceName service) {
        return Optional.ofNullable(addresses.get(service)).map(RequestOptions::new);
    }

    private static RequestOptions address(ServiceName service, URI uri) {
        boolean tls = "https".equals(uri.getScheme());
        if (uri.getHost() == null || !(tls || "http".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("traitgate.routes." + service.wireName() + ": " + uri
                    + " must be http://host:port or https://host:port");
        }
        int standardPort = tls ? 443 : 80;
        return new RequestOptions()
                .setHost(uri.getHost())
                .setPort(uri.getPort() < 0 ? standardPort : uri.getPort())
                .setSsl(tls);
    }
}

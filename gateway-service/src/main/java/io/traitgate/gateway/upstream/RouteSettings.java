package io.traitgate.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.traitgate.contract.http.ServiceName;
import java.net.URI;
import java.util.Optional;

/** Where the services are. Routes of a service without an address answer 503/120. */
@ConfigMapping(prefix = "traitgate.routes")
public interface RouteSettings {

    /** Such as {@code http://localhost:8091}. */
    Optional<URI> session();

    Optional<URI> face();

    Optional<URI> voice();

    Optional<URI> behaviour();

    Optional<URI> anomaly();

    /** The address of one of them. */
    default Optional<URI> of(ServiceName service) {
        return switch (service) {
            case SESSION -> session();
            case FACE -> face();
            case VOICE -> voice();
            case BEHAVIOUR -> behaviour();
            case ANOMALY -> anomaly();
        };
    }
}

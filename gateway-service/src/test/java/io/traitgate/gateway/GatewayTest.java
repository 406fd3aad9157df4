package io.traitgate.gateway;

import io.quarkus.test.common.QuarkusTestResource;
import io.traitgate.testkit.WithLocalStores;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/** A gateway with real keys and a recording service behind it. */
@WithLocalStores(service = "gateway")
@QuarkusTestResource(value = UpstreamResource.class)
abstract class GatewayTest {

    @Inject
    PublicPort gateway;

    @Inject
    RecordingUpstream upstream;

    @Inject
    KeyPairs pairs;

    @BeforeEach
    void publishTheUsualPair() {
        upstream.clear();
        pairs.publish(PublicPort.KEY, PublicPort.SECRET);
    }
}

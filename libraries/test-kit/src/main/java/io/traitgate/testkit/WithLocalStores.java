package io.traitgate.testkit;

import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a {@code @QuarkusTest} against real PostgreSQL, Redis and Kafka, started once for all tests of the JVM and stopped at
 * its end, with roles, schemas, topics and keysets made. The service listens on a free port.
 */
@WithTestResource(LocalStoresResource.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WithLocalStores {
    /** The name of the service under test, such as {@code face}: it gets that service's database role and keysets. */
    String service();
}

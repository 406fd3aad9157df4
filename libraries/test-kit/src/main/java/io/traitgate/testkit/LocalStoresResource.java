package io.traitgate.testkit;

import io.quarkus.test.common.QuarkusTestResourceConfigurableLifecycleManager;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gives the service under test the settings that the launcher would give it. */
public final class LocalStoresResource implements QuarkusTestResourceConfigurableLifecycleManager<WithLocalStores> {
    private @Nullable String service;

    @Override
    public void init(WithLocalStores annotation) {
        service = annotation.service();
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new TreeMap<>(settings(TestInstallation.shared()));
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.management.test-port", "0");
        return settings;
    }

    private Map<String, String> settings(TestInstallation installation) {
        if (service == null) {
            throw new IllegalStateException("name the service: @WithLocalStores(service = ...)");
        }
        return installation.settings(service);
    }

    /** The stores stay for the tests that follow. */
    @Override
    public void stop() {}
}

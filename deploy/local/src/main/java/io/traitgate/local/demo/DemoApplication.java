package io.traitgate.local.demo;

import io.traitgate.client.Credentials;
import io.traitgate.client.admin.AdminClient;
import io.traitgate.client.admin.Application;
import io.traitgate.client.admin.IssuedKey;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes the demo application through the console's admin API. If there is one already, it gets a new key pair. */
public final class DemoApplication {
    private static final String NAME = "demo";

    private final AdminClient console;

    public DemoApplication(AdminClient console) {
        this.console = console;
    }

    /** A key pair, with the address of the API that it is for. */
    public Credentials issue(URI url) {
        IssuedKey issued = activeKey()
                .map(key -> console.rotateKey(key, Duration.ZERO))
                .orElseGet(() -> console.createApplication(NAME, List.of()));
        String secret = issued.secret();
        if (secret == null) {
            throw new IllegalStateException("the console has issued a key without its secret");
        }
        return new Credentials(url, issued.apiKey(), secret);
    }

    private Optional<String> activeKey() {
        return console.applications().stream()
                .filter(application -> application.id().equals(NAME))
                .flatMap(application -> application.keys().stream())
                .filter(key -> key.state().equals("active"))
                .map(Application.Key::apiKey)
                .findFirst();
    }
}

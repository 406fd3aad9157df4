package io.traitgate.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Makes a key pair with the JDK's own tool and switches TLS on. */
public final class SelfSigned implements QuarkusTestResourceLifecycleManager {

    private static final String PASSWORD = "only-for-this-test";

    @Override
    public Map<String, String> start() {
        try {
            Path store = Files.createTempDirectory("traitgate-tls").resolve("key.p12");
            int exit = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "gateway",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            PASSWORD)
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("keytool ended with " + exit);
            }
            return Map.of(
                    "quarkus.tls.public.key-store.p12.path",
                    store.toString(),
                    "quarkus.tls.public.key-store.p12.password",
                    PASSWORD,
                    "traitgate.http.tls-configuration-name",
                    "public");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {}
}

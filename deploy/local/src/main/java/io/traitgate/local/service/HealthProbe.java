package io.traitgate.local.service;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a service whether it is ready. */
public final class HealthProbe {
    /** The path that answers 200 when a service can do its work. */
    public static final String PATH = "/q/health/ready";

    private static final int TIMEOUT_MILLIS = 2000;

    private final URI address;

    /** A service whose health is on this port of the loopback interface. */
    public HealthProbe(int port) {
        this(URI.create("http://127.0.0.1:" + port + PATH));
    }

    /** The whole address of a readiness check. */
    public HealthProbe(URI address) {
        this.address = address;
    }

    /** False while it starts, when it lacks something, and when nobody answers. */
    public boolean isReady() {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}

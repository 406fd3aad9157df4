package io.traitgate.local.command;

import io.traitgate.local.supervise.LauncherState;
import io.traitgate.local.supervise.ProcessState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Collectors;

/** Reads the metrics of all services of an installation. */
final class MetricsReader {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** All together; of a service that does not answer there is nothing. */
    MetricsPage read(LauncherState state) {
        return MetricsPage.parse(state.processes().parallelStream()
                .filter(process -> !process.health().isEmpty())
                .map(this::text)
                .collect(Collectors.joining("\n")));
    }

    private String text(ProcessState process) {
        String port = process.health().substring(0, process.health().indexOf('/'));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/metrics"))
                .timeout(PATIENCE)
                .header("Accept", "text/plain")
                .build();
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException gone) {
            return "";
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}

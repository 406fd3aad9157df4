package io.traitgate.client.cli;

import io.traitgate.client.Json;
import io.traitgate.client.admin.AdminClient;
import io.traitgate.client.admin.Application;
import io.traitgate.client.admin.Application.Key;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code ./traitgate app list}. */
@Command(name = "list", description = "List applications and their keys.")
final class AppListCommand extends AdminCommand {
    AppListCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    ExitCode run(Report report, AdminClient console) {
        List<Application> applications = console.applications();
        if (json()) {
            terminal().out().println(Json.text(Map.of("applications", applications)));
            return ExitCode.DONE;
        }
        if (applications.isEmpty()) {
            terminal().line("There are no applications. Make one: ./traitgate app create NAME");
        }
        for (Application application : applications) {
            terminal()
                    .line(terminal().strong(application.name()) + "  "
                            + terminal().faint(application.id()));
            application.keys().forEach(key -> terminal().line("  " + line(key)));
        }
        return ExitCode.DONE;
    }

    private String line(Key key) {
        String state = key.validUntil() == null ? key.state() : key.state() + " at " + key.validUntil();
        return key.apiKey() + "  " + (key.state().equals("active") ? terminal().good(state) : state) + "  "
                + terminal().faint(String.join(", ", key.permissions()));
    }
}

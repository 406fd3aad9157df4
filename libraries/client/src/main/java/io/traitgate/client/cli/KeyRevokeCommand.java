package io.traitgate.client.cli;

import io.traitgate.client.Json;
import io.traitgate.client.admin.AdminClient;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./traitgate key revoke}. */
@Command(name = "revoke", description = "End a key at once. Calls signed with it are refused from then on.")
final class KeyRevokeCommand extends AdminCommand {
    @Parameters(paramLabel = "KEY", description = "The key to end.")
    private String apiKey;

    KeyRevokeCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    ExitCode run(Report report, AdminClient console) {
        console.revokeKey(apiKey);
        if (json()) {
            terminal().out().println(Json.text(Map.of("revoked", apiKey)));
        } else {
            terminal().line("revoked  " + apiKey);
        }
        return ExitCode.DONE;
    }
}

package io.traitgate.client.cli;

import io.traitgate.client.ApiCallException;
import io.traitgate.client.ClientException;
import io.traitgate.client.HttpExchanges;
import io.traitgate.client.UnreachableException;
import io.traitgate.client.admin.AdminCallException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands have in common: where they print, and how what goes wrong becomes a message and an exit code. */
abstract class ClientCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object, for programs.")
    private boolean json;

    ClientCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Does what the command is for, and tells it through the report. */
    abstract ExitCode run(Report report, HttpExchanges exchanges);

    @Override
    public final Integer call() {
        Report report = new Report(terminal(), json);
        try {
            return run(report, new HttpExchanges(surroundings.clock(), report::note))
                    .number();
        } catch (ClientException failure) {
            return tell(failure, report).number();
        } catch (WrongUseException wrong) {
            terminal().problem(String.valueOf(wrong.getMessage()));
            terminal().problem("Usage: " + spec.qualifiedName() + " --help");
            return ExitCode.WRONG_USE.number();
        }
    }

    final Surroundings surroundings() {
        return surroundings;
    }

    final Terminal terminal() {
        return surroundings.terminal();
    }

    final boolean json() {
        return json;
    }

    private ExitCode tell(ClientException failure, Report report) {
        if (failure instanceof ApiCallException refusal) {
            report.refusal(refusal);
            return ExitCode.ofStatus(refusal.status());
        }
        terminal().problem(String.valueOf(failure.getMessage()));
        if (failure instanceof UnreachableException) {
            terminal().problem("Is it running? ./traitgate status");
        }
        return failure instanceof AdminCallException refusal ? ExitCode.ofStatus(refusal.status()) : ExitCode.FAILED;
    }
}

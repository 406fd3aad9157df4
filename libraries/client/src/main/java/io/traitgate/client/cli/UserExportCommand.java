package io.traitgate.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.traitgate.client.admin.AdminClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./traitgate user export}. */
@Command(
        name = "export",
        description =
                "Give everything that is held of a user as JSON, with samples, templates and events in the clear.")
final class UserExportCommand extends PersonCommand {
    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "A new file to write, for its owner alone; else it is printed.")
    private @Nullable Path output;

    UserExportCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    ExitCode run(Report report, AdminClient console) {
        JsonNode held = console.exportUser(application(), user());
        if (output == null) {
            terminal().out().println(held);
        } else {
            write(output, held);
            report.remark("written to " + output);
        }
        boolean whole = held.findValues("unreachable").isEmpty();
        if (!whole) {
            terminal().problem("Not everything: a service did not answer; its place in the file says so.");
        }
        return whole ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static void write(Path file, JsonNode held) {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, held.toPrettyString(), StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new WrongUseException("The file cannot be written: " + e);
        }
    }
}

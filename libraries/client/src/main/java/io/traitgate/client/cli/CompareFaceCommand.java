package io.traitgate.client.cli;

import io.traitgate.client.HttpExchanges;
import io.traitgate.client.TraitGateClient;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./traitgate compare face}. */
@Command(name = "face", description = "Compare the faces of two photos or videos. Nothing is stored.")
final class CompareFaceCommand extends ClientCommand {
    @Mixin
    private ApiOptions api = new ApiOptions();

    @Parameters(index = "0", paramLabel = "A", description = "A photo or video.")
    private Path first;

    @Parameters(index = "1", paramLabel = "B", description = "Another one.")
    private Path second;

    CompareFaceCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    ExitCode run(Report report, HttpExchanges exchanges) {
        List<byte[]> one = List.of(Media.read(first));
        List<byte[]> other = List.of(Media.read(second));
        TraitGateClient client = new TraitGateClient(api.credentials(surroundings()), exchanges);

        Verdict verdict = new Verdict(client.compareFaces(one, other).score());
        report.answer();
        report.remark(verdict.line(terminal()));
        report.end(report.told(), verdict.forPrograms());
        return verdict.exitCode();
    }
}

package io.traitgate.benchmarks.face;

import io.traitgate.local.Home;
import java.nio.file.Path;

/** Where accuracy is written down. */
final class AccuracyDocument {
    private AccuracyDocument() {}

    static Path ofTheProject() {
        return Home.find().root().resolve("docs/accuracy.md");
    }
}

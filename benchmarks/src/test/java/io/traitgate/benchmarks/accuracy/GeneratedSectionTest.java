package io.traitgate.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedSectionTest {
    @TempDir
    private Path folder;

    @Test
    void onlyThePartBetweenTheMarksIsWritten() throws Exception {
        var document = Files.writeString(
                folder.resolve("a.md"), "by hand\n<!-- begin x -->\nold\n<!-- end x -->\nalso by hand\n");

        GeneratedSection.write(document, "x", "new\n");
        GeneratedSection.write(document, "x", "newer\n");

        assertThat(document).hasContent("by hand\n<!-- begin x -->\n\nnewer\n\n<!-- end x -->\nalso by hand\n");
    }

    @Test
    void aDocumentWithoutTheMarksIsLeftAlone() throws Exception {
        var document = Files.writeString(folder.resolve("a.md"), "by hand\n<!-- begin y -->\n");

        assertThatThrownBy(() -> GeneratedSection.write(document, "x", "new")).isInstanceOf(IOException.class);
        assertThat(document).hasContent("by hand\n<!-- begin y -->\n");
    }
}

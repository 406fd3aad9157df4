package io.traitgate.modality.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void onlyTheNewestSamplesStay_bestQualityFirst() {
        List<TemplateEntry> entries = IntStream.range(0, 25)
                .mapToObj(i -> entry(i, (i * 7 % 25) / 25.0))
                .toList();

        Template template = Template.empty("m").with(entries);

        assertThat(template.entries())
                .hasSize(Template.MAX_ENTRIES)
                .allSatisfy(it -> assertThat(it.acceptedAt()).isAfterOrEqualTo(START.plusSeconds(5)))
                .isSortedAccordingTo((a, b) -> Double.compare(b.quality(), a.quality()));
    }

    @Test
    void sameRecording_countsOnce() {
        TemplateEntry entry = entry(1, 0.5);

        Template template = Template.empty("m").with(List.of(entry, entry)).with(List.of(entry));

        assertThat(template.size()).isEqualTo(1);
        assertThat(template.holds("1".getBytes(UTF_8))).isTrue();
        assertThat(template.holds("2".getBytes(UTF_8))).isFalse();
    }

    @Test
    void partsOfARecording_areSamplesOfTheirOwn_andOneRecording() {
        byte[] video = "a hash of thirty-two bytes, no 1".getBytes(UTF_8);
        byte[] photo = "a hash of thirty-two bytes, no *".getBytes(UTF_8);
        photo[0]++;

        Template template = Template.empty("m")
                .with(List.of(
                        entry(1, 0.8, MediaHash.ofPart(video, 0)),
                        entry(2, 0.7, MediaHash.ofPart(video, 1)),
                        entry(3, 0.6, photo),
                        entry(4, 0.9, MediaHash.ofPart(video, 2))));

        assertThat(template.size()).isEqualTo(4);
        assertThat(template.recordings()).isEqualTo(2);
        assertThat(template.holds(video)).isTrue();
    }

    @Test
    void weights_followQuality_andAreNeverNothing() {
        Template template = Template.empty("m").with(List.of(entry(1, 0.8), entry(2, 0.0)));

        assertThat(template.entries()).extracting(TemplateEntry::weight).containsExactly(0.8, 0.1);
    }

    @Test
    void encoded_comesBackTheSame() {
        Template template = Template.empty("m").with(List.of(entry(1, 0.8), entry(2, 0.4)));

        Template read = TemplateCodec.decode(TemplateCodec.encode(template));

        assertThat(read).usingRecursiveComparison().isEqualTo(template);
    }

    @Test
    void embeddings_areNeverPrinted() {
        Template template = Template.empty("m").with(List.of(entry(1, 0.8)));

        assertThat(template + " " + template.entries()).doesNotContain("0.25");
    }

    private static TemplateEntry entry(int number, double quality) {
        return entry(number, quality, Integer.toString(number).getBytes(UTF_8));
    }

    private static TemplateEntry entry(int number, double quality, byte[] hash) {
        return new TemplateEntry(
                "e" + number, 0, START.plusSeconds(number), quality, 1, hash, new float[] {0.25f, number});
    }
}

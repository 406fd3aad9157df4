package io.traitgate.modality.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a person is recognised by in one module: the embeddings of their samples with weights, and the version of the
 * model that made them. A probe is compared with each and the results are fused, which keeps what a mean would blur.
 *
 * @param model version of the model; embeddings of different versions are not comparable
 * @param entries best quality first, at most {@link #MAX_ENTRIES}
 */
public record Template(String model, List<TemplateEntry> entries) {

    /** How many samples a template holds; the oldest give way. */
    public static final int MAX_ENTRIES = 20;

    /** No sample counts for nothing, however poor. */
    private static final double MIN_WEIGHT = 0.1;

    public Template {
        entries = List.copyOf(entries);
    }

    /** A template without samples. */
    public static Template empty(String model) {
        return new Template(model, List.of());
    }

    /**
     * This template with more samples: recordings it holds already are left out, the newest {@link #MAX_ENTRIES} stay,
     * weighted by quality.
     */
    public Template with(List<TemplateEntry> more) {
        List<TemplateEntry> all = new ArrayList<>(entries);
        for (TemplateEntry entry : more) {
            if (all.stream().noneMatch(other -> Arrays.equals(other.mediaHash(), entry.mediaHash()))) {
                all.add(entry);
            }
        }
        return new Template(
                model,
                all.stream()
                        .sorted(Comparator.comparing(TemplateEntry::acceptedAt).reversed())
                        .limit(MAX_ENTRIES)
                        .map(entry -> entry.withWeight(Math.clamp(entry.quality(), MIN_WEIGHT, 1)))
                        .sorted(Comparator.comparingDouble(TemplateEntry::quality)
                                .reversed())
                        .toList());
    }

    /** Whether a sample of these sent bytes is in the template. */
    public boolean holds(byte[] mediaHash) {
        return entries.stream().anyMatch(entry -> Arrays.equals(entry.mediaHash(), mediaHash));
    }

    /** Whether both are made of the same samples. */
    public boolean hasSameSamplesAs(Template other) {
        return entries.size() == other.entries.size()
                && entries.stream()
                        .allMatch(entry -> other.entries.stream()
                                .anyMatch(it ->
                                        it.enrolment().equals(entry.enrolment()) && it.ordinal() == entry.ordinal()));
    }

    public int size() {
        return entries.size();
    }

    /** How many recordings the samples are of: a video counts as one, however many of its frames are here. */
    public int recordings() {
        int count = 0;
        for (int i = 0; i < entries.size(); i++) {
            byte[] hash = entries.get(i).mediaHash();
            if (entries.subList(0, i).stream().noneMatch(it -> MediaHash.ofOneRecording(it.mediaHash(), hash))) {
                count++;
            }
        }
        return count;
    }

    @Override
    public String toString() {
        return "Template[model=" + model + ", entries=" + entries.size() + "]";
    }
}

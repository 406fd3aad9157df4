package io.traitgate.modality.enrolment;

import io.traitgate.contract.Module;
import io.traitgate.modality.template.Template;
import java.util.function.ToIntFunction;

/**
 * What the enrolment mechanism must know about a modality; all else is the same for face and voice.
 *
 * @param module names it
 * @param embedder makes embeddings
 * @param minimumSamples how many recordings an application wants before a template serves, 1 or more
 * @param samplesKept how many of a person's samples are kept for a change of the model, 0 to 20; with 0 such a change
 *     asks everyone to enrol again
 */
public record Modality(Module module, Embedder embedder, ToIntFunction<String> minimumSamples, int samplesKept) {

    public Modality {
        if (samplesKept < 0 || samplesKept > Template.MAX_ENTRIES) {
            throw new IllegalArgumentException(
                    "samplesKept " + samplesKept + " is not in 0 to " + Template.MAX_ENTRIES);
        }
    }
}

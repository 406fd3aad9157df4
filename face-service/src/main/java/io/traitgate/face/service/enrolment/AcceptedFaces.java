package io.traitgate.face.service.enrolment;

import io.traitgate.face.sample.FaceSample;
import io.traitgate.face.sample.FaceSampleCodec;
import io.traitgate.face.service.item.ItemResult;
import io.traitgate.face.service.item.Items;
import io.traitgate.modality.enrolment.AcceptedSample;
import io.traitgate.modality.template.MediaHash;
import io.traitgate.modality.template.Template;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What of a request goes into the person's template.
 *
 * @param items all items, judged
 * @param samples the encoded samples of those that can be used, the best first
 */
record AcceptedFaces(Items items, List<AcceptedSample> samples) {

    /**
     * Encodes the best samples of judged items, which takes a core some milliseconds each: as many as a template holds.
     * Together they stay below the 8 MiB of a record, since a sample of 320 by 320 pixels is never much above 0.3 MiB.
     */
    static AcceptedFaces encode(Items items) {
        List<AcceptedSample> samples = items.accepted().stream()
                .flatMap(
                        item -> IntStream.range(0, item.samples().size()).mapToObj(frame -> new Candidate(item, frame)))
                .sorted(Comparator.comparingDouble(Candidate::quality).reversed())
                .limit(Template.MAX_ENTRIES)
                .map(Candidate::encode)
                .toList();
        return new AcceptedFaces(items, samples);
    }

    /** A sample of an item. */
    private record Candidate(ItemResult.Accepted item, int frame) {

        FaceSample sample() {
            return item.samples().get(frame);
        }

        double quality() {
            return sample().quality();
        }

        AcceptedSample encode() {
            return new AcceptedSample(
                    FaceSampleCodec.encode(sample()), quality(), MediaHash.ofPart(item.mediaHash(), frame));
        }
    }
}

package io.traitgate.face.service.enrolment;

import io.traitgate.face.sample.FaceSampleCodec;
import io.traitgate.face.service.item.ItemResult;
import io.traitgate.face.service.item.Items;
import io.traitgate.modality.enrolment.AcceptedSample;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a request goes into the person's template.
 *
 * @param items all items, judged
 * @param samples the encoded samples of those that can be used
 */
record AcceptedFaces(Items items, List<AcceptedSample> samples) {

    /** Encodes the samples of judged items, which takes a core some milliseconds each. */
    static AcceptedFaces encode(Items items) {
        List<AcceptedSample> samples = new ArrayList<>();
        for (ItemResult.Accepted item : items.accepted()) {
            for (int i = 0; i < item.samples().size(); i++) {
                samples.add(new AcceptedSample(
                        FaceSampleCodec.encode(item.samples().get(i)),
                        item.samples().get(i).quality(),
                        hash(item.mediaHash(), i)));
            }
        }
        return new AcceptedFaces(items, List.copyOf(samples));
    }

    /** A photo's hash is that of its bytes; the frames of a video are told apart. */
    private static byte[] hash(byte[] media, int frame) {
        if (frame == 0) {
            return media;
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(media);
            digest.update((byte) frame);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

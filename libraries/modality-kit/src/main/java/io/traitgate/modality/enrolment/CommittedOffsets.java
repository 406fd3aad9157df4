package io.traitgate.modality.enrolment;

import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Up to where the consumer group has committed a topic. */
@FunctionalInterface
interface CommittedOffsets {

    /** The next offset of each partition that has one. */
    Uni<Map<Integer, Long>> byPartition();
}

package io.traitgate.face.service.enrolment;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.traitgate.contract.Module;
import io.traitgate.contract.topic.Topic;
import io.traitgate.face.service.call.CallRules;
import io.traitgate.kit.erasure.PersonErasing;
import io.traitgate.kit.tracing.RecordTrace;
import io.traitgate.modality.enrolment.EnrolmentMechanism;
import io.traitgate.modality.enrolment.EnrolmentMechanisms;
import io.traitgate.modality.enrolment.EnrolmentSettings;
import io.traitgate.modality.enrolment.Modality;
import io.traitgate.modality.people.PersonHoldings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The enrolment mechanism with faces in it. */
@Singleton
final class FaceMechanism {

    private static final String INCOMING = "enrolments-in";

    private final EnrolmentMechanism mechanism;
    private final RecordTrace trace;

    FaceMechanism(
            EnrolmentMechanisms mechanisms,
            FaceEmbeddings embeddings,
            CallRules rules,
            EnrolmentSettings settings,
            RecordTrace trace,
            @Channel("enrolments-out") MutinyEmitter<byte[]> enrolments,
            @Channel("enrolment-status-out") MutinyEmitter<byte[]> announcements) {
        Modality faces = new Modality(Module.FACE, embeddings, rules::minimumSamples, settings.samplesKept());
        this.trace = trace;
        this.mechanism = mechanisms.assemble(
                faces, Topic.FACE_ENROLMENTS, INCOMING, enrolments, announcements, new FacePictures());
    }

    @Produces
    @Singleton
    EnrolmentMechanism mechanism() {
        return mechanism;
    }

    @Produces
    @Singleton
    PersonErasing erasing() {
        return mechanism.erasing();
    }

    @Produces
    @Singleton
    PersonHoldings holdings() {
        return mechanism.holdings();
    }

    /** Builds one record after the other; its offset is committed when this completes. */
    @Incoming(INCOMING)
    Uni<Void> build(
            byte[] record, IncomingKafkaRecordMetadata<String, byte[]> metadata, Optional<TracingMetadata> received) {
        return trace.inTrace(
                "build face template",
                received.map(TracingMetadata::getCurrentContext).orElseGet(Context::root),
                metadata.getHeaders(),
                mechanism.consumer().consume(record));
    }
}

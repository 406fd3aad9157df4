package io.traitgate.modality.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.traitgate.contract.Module;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.contract.topic.Topic;
import io.traitgate.kit.erasure.PersonErasing;
import io.traitgate.modality.people.PersonHoldings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A modality whose samples are texts: a service in miniature. */
@Singleton
public class FakeModality implements Embedder {

    static final String POISON = "poison";
    static final int MINIMUM_OF_STRICT = 3;

    private final EnrolmentMechanism mechanism;
    final AtomicInteger refusals = new AtomicInteger();
    final AtomicInteger embedded = new AtomicInteger();
    volatile String model = "letters-1";
    volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

    FakeModality(
            EnrolmentMechanisms mechanisms,
            @Channel("enrolments-out") MutinyEmitter<byte[]> enrolments,
            @Channel("enrolment-status-out") MutinyEmitter<byte[]> announcements) {
        Modality modality =
                new Modality(Module.FACE, this, application -> application.equals("strict") ? MINIMUM_OF_STRICT : 1, 4);
        this.mechanism = mechanisms.assemble(
                modality, Topic.FACE_ENROLMENTS, "enrolments-in", enrolments, announcements, new PlainText());
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

    @Incoming("enrolments-in")
    Uni<Void> build(byte[] record) {
        return mechanism.consumer().consume(record);
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public CompletionStage<float[]> embed(byte[] sample) {
        String text = new String(sample, UTF_8);
        if (text.equals(POISON)) {
            return CompletableFuture.failedFuture(new PoisonRecordException("not a sample"));
        }
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return CompletableFuture.failedFuture(new ApiException(ApiError.OVERLOADED));
        }
        embedded.incrementAndGet();
        return gate.thenApply(_ -> new float[] {text.length(), text.charAt(0)});
    }

    /** Texts are readable as they are. */
    private static final class PlainText implements SampleView {
        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public byte[] view(byte[] encoded) {
            return encoded;
        }
    }
}

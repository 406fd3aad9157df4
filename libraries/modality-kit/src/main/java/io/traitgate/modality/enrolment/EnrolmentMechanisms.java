package io.traitgate.modality.enrolment;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.traitgate.contract.topic.Topic;
import io.traitgate.keys.ServiceKeys;
import io.traitgate.modality.attempt.StoredAnswers;
import io.traitgate.modality.erasure.PersonTraces;
import io.traitgate.modality.generation.PersonRepository;
import io.traitgate.modality.seal.PersonKeys;
import io.traitgate.modality.session.SessionSettings;
import io.traitgate.modality.status.EnrolmentStatusStore;
import io.traitgate.modality.status.PendingIndex;
import io.traitgate.modality.store.Transactions;
import io.traitgate.modality.template.TemplateStore;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/**
 * Puts the enrolment mechanism together for a modality. The service brings what is its own: the {@link Modality} and the
 * channels to its topics.
 */
@Singleton
public final class EnrolmentMechanisms {

    private final PersonRepository people;
    private final PersonKeys personKeys;
    private final TemplateStore templates;
    private final InboxRepository inbox;
    private final EnrolmentStatusStore statuses;
    private final PendingIndex pending;
    private final StoredAnswers answers;
    private final PersonTraces traces;
    private final Transactions transactions;
    private final EnrolmentMetrics metrics;
    private final EnrolmentSettings settings;
    private final SessionSettings sessions;
    private final KafkaClientService kafka;
    private final ServiceKeys keys;
    private final InstantSource clock;
    private final Vertx vertx;

    EnrolmentMechanisms(
            PersonRepository people,
            PersonKeys personKeys,
            TemplateStore templates,
            InboxRepository inbox,
            EnrolmentStatusStore statuses,
            PendingIndex pending,
            StoredAnswers answers,
            PersonTraces traces,
            Transactions transactions,
            EnrolmentMetrics metrics,
            EnrolmentSettings settings,
            SessionSettings sessions,
            KafkaClientService kafka,
            ServiceKeys keys,
            InstantSource clock,
            Vertx vertx) {
        this.people = people;
        this.personKeys = personKeys;
        this.templates = templates;
        this.inbox = inbox;
        this.statuses = statuses;
        this.pending = pending;
        this.answers = answers;
        this.traces = traces;
        this.transactions = transactions;
        this.metrics = metrics;
        this.settings = settings;
        this.sessions = sessions;
        this.kafka = kafka;
        this.keys = keys;
        this.clock = clock;
        this.vertx = vertx;
    }

    /**
     * Makes the mechanism and starts its watchdog and the pruning of its inbox, which end with the process.
     *
     * @param topic the modality's enrolment topic
     * @param incoming name of the channel that reads the topic
     * @param enrolments writes the topic
     * @param announcements writes {@link Topic#ENROLMENT_STATUS}
     * @param view makes samples readable for the people they are of
     */
    public EnrolmentMechanism assemble(
            Modality modality,
            Topic topic,
            String incoming,
            MutinyEmitter<byte[]> enrolments,
            MutinyEmitter<byte[]> announcements,
            SampleView view) {
        var module = modality.module();
        var announcer = new StatusAnnouncer(module, statuses, new TopicWriter(announcements));
        var enroller = new Enroller(
                module,
                keys.personHash(),
                personKeys,
                transactions,
                statuses,
                new TopicWriter(enrolments),
                metrics,
                clock);
        var builder = new TemplateBuilder(modality, personKeys, templates, inbox, transactions, clock);
        var deletion = new Deletion(module, people, templates, inbox, statuses, announcer, answers, transactions);
        var watchdog = new PendingWatchdog(
                module,
                pending,
                () -> committed(topic, incoming),
                people,
                deletion,
                transactions,
                metrics,
                clock,
                settings.watchdogGrace(),
                retention(topic));
        vertx.setPeriodic(
                settings.watchdogInterval().toMillis(),
                _ -> watchdog.round().subscribe().with(_ -> {}));
        metrics.watch(module, pending, vertx);
        var pruning =
                new InboxPruning(inbox, transactions, clock, retention(topic).plus(sessions.lifetime()));
        vertx.setPeriodic(
                InboxPruning.INTERVAL.toMillis(),
                _ -> pruning.round().subscribe().with(_ -> {}));
        return new EnrolmentMechanism(
                enroller,
                new EnrolmentConsumer(module, builder, announcer, statuses, metrics),
                new ServingTemplates(modality, templates, statuses, enroller, clock),
                deletion,
                new ModalityErasing(people, personKeys, templates, inbox, traces, announcer, transactions),
                new ModalityHoldings(module, personKeys, templates, statuses, transactions, view));
    }

    private static Duration retention(Topic topic) {
        return topic.retention()
                .orElseThrow(() -> new IllegalArgumentException(topic.topicName() + " keeps records for ever"));
    }

    /** Any consumer of the group tells its offsets for all partitions. */
    private Uni<Map<Integer, Long>> committed(Topic topic, String incoming) {
        TopicPartition[] partitions = IntStream.range(0, topic.partitions())
                .mapToObj(number -> new TopicPartition(topic.topicName(), number))
                .toArray(TopicPartition[]::new);
        return consumer(incoming)
                .committed(partitions)
                .map(offsets -> offsets.entrySet().stream()
                        .filter(entry -> entry.getValue() != null)
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().partition(),
                                entry -> entry.getValue().offset())));
    }

    /** A channel with several consumers counts them behind a dollar sign. */
    private KafkaConsumer<Object, Object> consumer(String incoming) {
        return kafka.getConsumerChannels().stream()
                .filter(channel -> channel.equals(incoming) || channel.startsWith(incoming + "$"))
                .findFirst()
                .map(kafka::getConsumer)
                .orElseThrow(() -> new IllegalStateException("No consumer on channel " + incoming));
    }
}

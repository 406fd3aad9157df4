package io.traitgate.local.stores;

import io.traitgate.contract.topic.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Makes the topics of the contract, with the broker's own replication, and brings the limits and retention of existing ones up
 * to date. Records are never deleted, partitions never changed.
 */
public final class TopicSetup {
    /** A batch of one record is a little larger than the record; the producer's limit is to be met first. */
    private static final int BATCH_OVERHEAD = 16 * 1024;

    /** In how many files the records of a partition are kept, when it has some all the time. */
    private static final int FILES = 24;

    private final String bootstrapServers;

    public TopicSetup(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Creates what is missing and updates the rest. */
    public void prepare() throws InterruptedException {
        try (Admin admin = BrokerAdmin.connect(bootstrapServers)) {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing = new ArrayList<>();
            Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
            for (Topic topic : Topic.values()) {
                if (existing.contains(topic.topicName())) {
                    changes.put(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName()),
                            operations(settings(topic)));
                } else {
                    missing.add(new NewTopic(topic.topicName(), Optional.of(topic.partitions()), Optional.empty())
                            .configs(settings(topic)));
                }
            }
            admin.incrementalAlterConfigs(changes).all().get();
            for (KafkaFuture<Void> creation :
                    admin.createTopics(missing).values().values()) {
                awaitCreation(creation);
            }
        } catch (ExecutionException e) {
            throw new StoreException("cannot prepare Kafka at " + bootstrapServers + ": " + e.getCause(), e);
        }
    }

    /** Another launcher may have been faster. */
    private static void awaitCreation(KafkaFuture<Void> creation) throws InterruptedException, ExecutionException {
        try {
            creation.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static List<AlterConfigOp> operations(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(entry ->
                        new AlterConfigOp(new ConfigEntry(entry.getKey(), entry.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    private static Map<String, String> settings(Topic topic) {
        Map<String, String> settings = new HashMap<>();
        settings.put(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                topic.compacted() ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE);
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(topic.maxRecordBytes() + BATCH_OVERHEAD));
        topic.retention().ifPresent(time -> {
            settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(time.toMillis()));
            // Only whole files are deleted, so a record that nobody can read any more stays on disk as long as its
            // file.
            settings.put(
                    TopicConfig.SEGMENT_MS_CONFIG,
                    Long.toString(time.dividedBy(FILES).toMillis()));
        });
        return settings;
    }
}

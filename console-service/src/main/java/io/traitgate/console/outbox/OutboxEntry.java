package io.traitgate.console.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A record that is to be sent: a row of {@code outbox}. Written here, read by {@link PendingRecords} in SQL. */
@SuppressWarnings("UnusedVariable")
@Entity
@Table(name = "outbox")
class OutboxEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String topic;

    @Column(name = "record_key")
    private String recordKey;

    @Column(name = "record_value")
    private byte[] recordValue;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For Hibernate. */
    OutboxEntry() {}

    OutboxEntry(OutboxRecord message, Instant createdAt) {
        this.topic = message.topic().topicName();
        this.recordKey = message.key();
        this.recordValue = message.value();
        this.createdAt = createdAt;
    }
}

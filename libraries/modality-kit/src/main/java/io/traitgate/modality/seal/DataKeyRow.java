package io.traitgate.modality.seal;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A person's key, wrapped by the service's master key. */
@Entity
@Table(name = "data_key")
public class DataKeyRow {

    @EmbeddedId
    DataKeyId id;

    byte[] wrapped;

    @Column(name = "created_at")
    Instant createdAt;

    protected DataKeyRow() {}
}

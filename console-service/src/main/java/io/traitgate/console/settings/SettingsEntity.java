package io.traitgate.console.settings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code setting}: all that was set for one application, as one JSON object. */
@Entity
@Table(name = "setting")
class SettingsEntity {

    @Id
    @Column(name = "application_id")
    private String applicationId;

    private String document;

    @Column(name = "changed_at")
    private Instant changedAt;

    /** For Hibernate. */
    SettingsEntity() {}

    SettingsEntity(String applicationId, String document, Instant changedAt) {
        this.applicationId = applicationId;
        this.document = document;
        this.changedAt = changedAt;
    }

    String applicationId() {
        return applicationId;
    }

    String document() {
        return document;
    }

    void change(String newDocument, Instant now) {
        document = newDocument;
        changedAt = now;
    }
}

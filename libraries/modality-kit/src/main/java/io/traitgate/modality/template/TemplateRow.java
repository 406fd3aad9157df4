package io.traitgate.modality.template;

import io.traitgate.modality.generation.Generation;
import io.traitgate.modality.generation.TemplateVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A person's template, sealed. */
@Entity
@Table(name = "template")
public class TemplateRow {

    @Id
    String person;

    String application;

    long erasures;

    long deletions;

    long version;

    String model;

    byte[] sealed;

    @Column(name = "built_at")
    Instant builtAt;

    @Version
    long revision;

    protected TemplateRow() {}

    TemplateVersion version() {
        return new TemplateVersion(new Generation(erasures, deletions), version);
    }

    void setVersion(TemplateVersion newest) {
        erasures = newest.generation().erasures();
        deletions = newest.generation().deletions();
        version = newest.number();
    }
}

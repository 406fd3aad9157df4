package io.traitgate.console.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code application}. Its row lock orders all changes of its keys and settings. */
@Entity
@Table(name = "application")
class ApplicationEntity {

    @Id
    private String id;

    private String name;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For Hibernate. */
    ApplicationEntity() {}

    ApplicationEntity(ApplicationName name, Instant createdAt) {
        this.id = name.id();
        this.name = name.text();
        this.createdAt = createdAt;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    Instant createdAt() {
        return createdAt;
    }
}

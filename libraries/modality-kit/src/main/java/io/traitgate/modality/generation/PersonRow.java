package io.traitgate.modality.generation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The row that outlives a person's erasure and deletion. */
@Entity
@Table(name = "person")
public class PersonRow {

    @Id
    String person;

    String application;

    long erasures;

    long deletions;

    @Column(name = "announced_deletions")
    long announcedDeletions;

    @Column(name = "settled_erasures")
    long settledErasures;

    protected PersonRow() {}

    public Generation generation() {
        return new Generation(erasures, deletions);
    }
}

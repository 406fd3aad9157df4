package io.traitgate.modality.template;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A sample, sealed, kept so that another model can embed it. */
@Entity
@Table(name = "sample")
public class SampleRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String person;

    String enrolment;

    int ordinal;

    double quality;

    @Column(name = "accepted_at")
    Instant acceptedAt;

    byte[] sealed;

    protected SampleRow() {}
}

package io.traitgate.modality.enrolment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An enrolment that is in the template. */
@Entity
@Table(name = "enrolment_inbox")
public class InboxRow {

    @Id
    String enrolment;

    String person;

    @Column(name = "built_at")
    Instant builtAt;

    protected InboxRow() {}
}

package io.traitgate.session.status;

import io.traitgate.contract.EnrolmentState;

/** Where a user stands with each module. */
public record Statuses(EnrolmentState face, EnrolmentState voice, EnrolmentState behaviour) {}

/** Enrolment statuses: materialised from their topic, and derived for an answer. */
@NullMarked
package io.traitgate.session.status;

import org.jspecify.annotations.NullMarked;

/** What face and voice share: sessions, persons, sealing, the enrolment mechanism, templates, tokens, statuses. */
@NullMarked
package io.traitgate.modality;

import org.jspecify.annotations.NullMarked;

/** Face enrolment, authentication and comparison. */
@NullMarked
package io.traitgate.contract.face;

import org.jspecify.annotations.NullMarked;

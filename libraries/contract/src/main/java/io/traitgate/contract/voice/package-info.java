/** Voice enrolment and authentication. */
@NullMarked
package io.traitgate.contract.voice;

import org.jspecify.annotations.NullMarked;

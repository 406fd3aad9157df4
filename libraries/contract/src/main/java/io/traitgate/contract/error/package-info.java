/** The error catalogue: every answer other than 200 carries one of these cases. */
@NullMarked
package io.traitgate.contract.error;

import org.jspecify.annotations.NullMarked;

/** Fetching the digits to be spoken. */
@NullMarked
package io.traitgate.contract.token;

import org.jspecify.annotations.NullMarked;

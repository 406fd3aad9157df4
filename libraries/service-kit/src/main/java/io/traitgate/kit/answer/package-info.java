/** Answers and refusals in the contract's form, whatever happened. */
@NullMarked
package io.traitgate.kit.answer;

import org.jspecify.annotations.NullMarked;

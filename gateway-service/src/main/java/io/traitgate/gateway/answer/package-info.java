/** Answers in the contract's form, with the headers every one of them carries. */
@NullMarked
package io.traitgate.gateway.answer;

import org.jspecify.annotations.NullMarked;

/** Carries changes of the database to the topics: written with the change, sent after it, at least once, in order. */
@NullMarked
package io.traitgate.console.outbox;

import org.jspecify.annotations.NullMarked;

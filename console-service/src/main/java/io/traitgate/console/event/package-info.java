/** The event log: what the services report of each call, sealed, searchable, listed in order. */
@NullMarked
package io.traitgate.console.event;

import org.jspecify.annotations.NullMarked;

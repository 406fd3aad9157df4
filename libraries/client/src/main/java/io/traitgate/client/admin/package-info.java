/** Calls the console's admin API: applications, key pairs and the event log. */
@NullMarked
package io.traitgate.client.admin;

import org.jspecify.annotations.NullMarked;

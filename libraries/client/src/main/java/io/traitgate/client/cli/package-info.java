/** The commands of {@code ./traitgate} that call the API and the console. */
@NullMarked
package io.traitgate.client.cli;

import org.jspecify.annotations.NullMarked;

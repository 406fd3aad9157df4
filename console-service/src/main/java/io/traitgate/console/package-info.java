/** Applications, key pairs, settings and the event log of an installation, and the admin API over them. */
@NullMarked
package io.traitgate.console;

import org.jspecify.annotations.NullMarked;

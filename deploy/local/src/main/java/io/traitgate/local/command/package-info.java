/** The commands that look at a running launcher from outside: status, logs, down. */
@NullMarked
package io.traitgate.local.command;

import org.jspecify.annotations.NullMarked;

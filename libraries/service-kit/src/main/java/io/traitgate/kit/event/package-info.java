/** What the console is told about a call, sealed to it. */
@NullMarked
package io.traitgate.kit.event;

import org.jspecify.annotations.NullMarked;

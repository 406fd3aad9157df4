@NullMarked
package io.traitgate.console.outbox;

import org.jspecify.annotations.NullMarked;

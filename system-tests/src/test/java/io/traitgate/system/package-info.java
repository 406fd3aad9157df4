/** Tests across real processes: the stack as {@code ./traitgate up} starts it, through its public doors. */
@NullMarked
package io.traitgate.system;

import org.jspecify.annotations.NullMarked;

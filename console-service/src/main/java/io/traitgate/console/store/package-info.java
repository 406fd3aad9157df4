/** How the console reaches PostgreSQL. */
@NullMarked
package io.traitgate.console.store;

import org.jspecify.annotations.NullMarked;

/** People as the console knows them: by keyed hash, with a key of their own for what is kept of them. */
@NullMarked
package io.traitgate.console.people;

import org.jspecify.annotations.NullMarked;

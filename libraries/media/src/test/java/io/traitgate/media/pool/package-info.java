@NullMarked
package io.traitgate.media.pool;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.traitgate.media.protocol;

import org.jspecify.annotations.NullMarked;

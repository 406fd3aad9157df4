@NullMarked
package io.traitgate.media;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.traitgate.media.worker;

import org.jspecify.annotations.NullMarked;

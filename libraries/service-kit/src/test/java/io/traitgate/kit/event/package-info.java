@NullMarked
package io.traitgate.kit.event;

import org.jspecify.annotations.NullMarked;

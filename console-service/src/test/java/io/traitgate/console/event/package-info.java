@NullMarked
package io.traitgate.console.event;

import org.jspecify.annotations.NullMarked;

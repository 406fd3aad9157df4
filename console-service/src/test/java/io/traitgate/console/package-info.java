@NullMarked
package io.traitgate.console;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.traitgate.local.process;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.traitgate.local.supervise;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.traitgate.local.build;

import org.jspecify.annotations.NullMarked;

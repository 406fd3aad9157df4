@NullMarked
package io.traitgate.kit.identity;

import org.jspecify.annotations.NullMarked;

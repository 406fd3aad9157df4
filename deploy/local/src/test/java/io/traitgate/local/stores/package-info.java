@NullMarked
package io.traitgate.local.stores;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.traitgate.contract;

import org.jspecify.annotations.NullMarked;

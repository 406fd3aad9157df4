@NullMarked
package io.traitgate.contract.error;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.traitgate.contract.signature;

import org.jspecify.annotations.NullMarked;

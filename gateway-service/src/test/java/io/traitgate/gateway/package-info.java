@NullMarked
package io.traitgate.gateway;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.traitgate.gateway.body;

import org.jspecify.annotations.NullMarked;

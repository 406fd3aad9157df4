/** The way to the services and back. */
@NullMarked
package io.traitgate.gateway.upstream;

import org.jspecify.annotations.NullMarked;

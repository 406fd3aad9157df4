/** The only public port: verifies, limits and routes; it parses no body. */
@NullMarked
package io.traitgate.gateway;

import org.jspecify.annotations.NullMarked;

/** The keys of the service, from its configuration. */
@NullMarked
package io.traitgate.kit.keys;

import org.jspecify.annotations.NullMarked;

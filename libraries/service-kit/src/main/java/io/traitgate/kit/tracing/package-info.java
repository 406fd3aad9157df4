/** Traces of calls across services and topics, where somebody collects them. */
@NullMarked
package io.traitgate.kit.tracing;

import org.jspecify.annotations.NullMarked;

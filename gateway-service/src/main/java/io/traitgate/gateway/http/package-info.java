/** The public port: the way of a request from its head to its answer. */
@NullMarked
package io.traitgate.gateway.http;

import org.jspecify.annotations.NullMarked;

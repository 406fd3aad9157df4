/** What all calls of the service have in common: the shape of their requests, and the event they leave. */
@NullMarked
package io.traitgate.face.service.call;

import org.jspecify.annotations.NullMarked;

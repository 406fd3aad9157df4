/**
 * What a service and its decoder worker say to each other: length-prefixed binary messages over the worker's standard
 * input and output. Both ends are always of the same build, so there is no version; the service still checks every
 * number that a worker sends, because a worker may have been taken over by the file it decodes.
 */
@NullMarked
package io.traitgate.media.protocol;

import org.jspecify.annotations.NullMarked;

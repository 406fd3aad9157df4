/**
 * Strangers' bytes to pixels: base64 of the wire, types told by content, limits, and a decoder that works in another
 * process. Nothing in this package decodes media itself.
 */
@NullMarked
package io.traitgate.media;

import org.jspecify.annotations.NullMarked;

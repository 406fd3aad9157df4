/** Calls the API from Java, with the signature made and the answers typed. */
@NullMarked
package io.traitgate.client;

import org.jspecify.annotations.NullMarked;

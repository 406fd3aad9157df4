/** The request signature: HMAC-SHA256 over method, path and the raw body. */
@NullMarked
package io.traitgate.contract.signature;

import org.jspecify.annotations.NullMarked;

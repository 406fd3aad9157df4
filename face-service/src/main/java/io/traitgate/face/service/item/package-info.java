/** One photo or video of a request: from base64 to samples, or to the code of the contract that says why not. */
@NullMarked
package io.traitgate.face.service.item;

import org.jspecify.annotations.NullMarked;

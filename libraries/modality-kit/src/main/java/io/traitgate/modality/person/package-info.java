/** Who a call is about, without a clear user id. */
@NullMarked
package io.traitgate.modality.person;

import org.jspecify.annotations.NullMarked;

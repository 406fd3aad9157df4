/** What face and voice have in common. */
@NullMarked
package io.traitgate.contract.modality;

import org.jspecify.annotations.NullMarked;

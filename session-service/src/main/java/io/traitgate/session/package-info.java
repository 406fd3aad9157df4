/** Opens sessions and says where their users stand with each module. */
@NullMarked
package io.traitgate.session;

import org.jspecify.annotations.NullMarked;

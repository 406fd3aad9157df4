/** Where the work that needs a core is done. */
@NullMarked
package io.traitgate.face.service.lane;

import org.jspecify.annotations.NullMarked;

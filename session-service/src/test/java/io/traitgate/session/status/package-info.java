@NullMarked
package io.traitgate.session.status;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.traitgate.session.opening;

import org.jspecify.annotations.NullMarked;

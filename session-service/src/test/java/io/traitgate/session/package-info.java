@NullMarked
package io.traitgate.session;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.traitgate.testkit.line;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.traitgate.kit.answer;

import org.jspecify.annotations.NullMarked;

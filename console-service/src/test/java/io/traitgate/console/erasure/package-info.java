@NullMarked
package io.traitgate.console.erasure;

import org.jspecify.annotations.NullMarked;

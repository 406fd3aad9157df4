@NullMarked
package io.traitgate.console.application;

import org.jspecify.annotations.NullMarked;

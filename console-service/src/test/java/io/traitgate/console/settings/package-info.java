@NullMarked
package io.traitgate.console.settings;

import org.jspecify.annotations.NullMarked;

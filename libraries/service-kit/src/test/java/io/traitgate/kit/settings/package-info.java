@NullMarked
package io.traitgate.kit.settings;

import org.jspecify.annotations.NullMarked;

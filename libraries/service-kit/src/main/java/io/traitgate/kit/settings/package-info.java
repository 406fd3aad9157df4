/** The settings of applications, as the console publishes them. */
@NullMarked
package io.traitgate.kit.settings;

import org.jspecify.annotations.NullMarked;

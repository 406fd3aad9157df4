/** Settings of an application, checked against the registry of known settings. */
@NullMarked
package io.traitgate.console.settings;

import org.jspecify.annotations.NullMarked;

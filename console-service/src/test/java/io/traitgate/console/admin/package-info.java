@NullMarked
package io.traitgate.console.admin;

import org.jspecify.annotations.NullMarked;

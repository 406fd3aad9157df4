@NullMarked
package io.traitgate.local.command;

import org.jspecify.annotations.NullMarked;

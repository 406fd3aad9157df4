@NullMarked
package io.traitgate.client.cli;

import org.jspecify.annotations.NullMarked;

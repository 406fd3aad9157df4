@NullMarked
package io.traitgate.client;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.traitgate.kit.request;

import org.jspecify.annotations.NullMarked;

/** The verified request that a resource method takes, and what is read from it. */
@NullMarked
package io.traitgate.kit.request;

import org.jspecify.annotations.NullMarked;

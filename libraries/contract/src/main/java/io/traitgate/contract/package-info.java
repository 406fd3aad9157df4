/** What clients and services agree on, in JDK types only. */
@NullMarked
package io.traitgate.contract;

import org.jspecify.annotations.NullMarked;

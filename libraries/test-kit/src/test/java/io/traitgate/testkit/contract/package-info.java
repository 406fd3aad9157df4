@NullMarked
package io.traitgate.testkit.contract;

import org.jspecify.annotations.NullMarked;

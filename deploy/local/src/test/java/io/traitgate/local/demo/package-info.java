@NullMarked
package io.traitgate.local.demo;

import org.jspecify.annotations.NullMarked;

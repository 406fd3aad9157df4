/** The demo application: made on the first start, its key pair drawn at random, and asked whether it works. */
@NullMarked
package io.traitgate.local.demo;

import org.jspecify.annotations.NullMarked;

/** Batches of touch, sensor, mouse and key events. */
@NullMarked
package io.traitgate.contract.behaviour;

import org.jspecify.annotations.NullMarked;

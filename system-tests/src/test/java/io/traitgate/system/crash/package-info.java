/**
 * What happens when something dies: clients keep calling a whole installation while one of its processes is killed, stopped
 * or cut off, over and over; nothing acknowledged may be lost or counted twice, and calls have to recover by themselves.
 */
@NullMarked
package io.traitgate.system.crash;

import org.jspecify.annotations.NullMarked;

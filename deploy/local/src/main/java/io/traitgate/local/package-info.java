/** TraitGate on one machine: the stores, then every service as a process of its own, and the one command that does it. */
@NullMarked
package io.traitgate.local;

import org.jspecify.annotations.NullMarked;

/** What a person sees while TraitGate starts. */
@NullMarked
package io.traitgate.local.display;

import org.jspecify.annotations.NullMarked;

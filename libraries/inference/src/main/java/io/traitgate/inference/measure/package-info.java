/** How long the stages of a piece of work take, told to whoever asked for it around the work. */
@NullMarked
package io.traitgate.inference.measure;

import org.jspecify.annotations.NullMarked;

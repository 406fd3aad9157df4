/** What a service holds of a person, told to the console alone. */
@NullMarked
package io.traitgate.modality.people;

import org.jspecify.annotations.NullMarked;

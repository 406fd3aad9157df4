/**
 * Keysets and what is done with them: sealing, the keyed hash of a person, and the signed caller context.
 *
 * <p>The keys are Tink keysets in JSON files, one directory for each service and one public bundle for all. Nothing here
 * needs a framework, so that a command line can make and use keysets as a service does.
 */
@NullMarked
package io.traitgate.keys;

import org.jspecify.annotations.NullMarked;

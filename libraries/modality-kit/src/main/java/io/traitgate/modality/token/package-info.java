/** The digits a person is asked to speak. */
@NullMarked
package io.traitgate.modality.token;

import org.jspecify.annotations.NullMarked;

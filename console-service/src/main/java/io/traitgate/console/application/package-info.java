/** Applications and their key pairs: created, imported, rotated, revoked. */
@NullMarked
package io.traitgate.console.application;

import org.jspecify.annotations.NullMarked;

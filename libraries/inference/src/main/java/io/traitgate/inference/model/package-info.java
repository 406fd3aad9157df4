/** Which network serves which role, where its file comes from, and the one session that all requests share. */
@NullMarked
package io.traitgate.inference.model;

import org.jspecify.annotations.NullMarked;

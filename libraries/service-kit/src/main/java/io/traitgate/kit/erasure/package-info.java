/** Erasing people: what the topic of erasures says is carried out, before a service is ready and ever after. */
@NullMarked
package io.traitgate.kit.erasure;

import org.jspecify.annotations.NullMarked;

/** The services as processes: which there are, what they are told, when they are ready, how they start fast. */
@NullMarked
package io.traitgate.local.service;

import org.jspecify.annotations.NullMarked;

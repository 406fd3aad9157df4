@NullMarked
package io.traitgate.kit.topic;

import org.jspecify.annotations.NullMarked;

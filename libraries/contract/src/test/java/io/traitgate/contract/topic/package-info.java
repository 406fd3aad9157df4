@NullMarked
package io.traitgate.contract.topic;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.traitgate.contract.http;

import org.jspecify.annotations.NullMarked;

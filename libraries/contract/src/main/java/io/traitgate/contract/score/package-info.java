/** The anomaly score of a session. */
@NullMarked
package io.traitgate.contract.score;

import org.jspecify.annotations.NullMarked;

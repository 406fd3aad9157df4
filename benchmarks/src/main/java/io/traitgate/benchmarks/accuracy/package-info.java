/** Error rates of biometric comparison, whatever the trait: rates, intervals, curve, picture (ISO/IEC 19795-1). */
@NullMarked
package io.traitgate.benchmarks.accuracy;

import org.jspecify.annotations.NullMarked;

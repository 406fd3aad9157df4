package io.traitgate.benchmarks.accuracy;

/** The normal deviate of a probability: the axes of a DET curve, on which normal score distributions give a line. */
final class NormalDeviate {
    private NormalDeviate() {}

    /**
     * The value below which a standard normal variable lies with this probability, above 0 and below 1. Rational
     * approximation by Acklam, relative error below 1.2e-9.
     */
    static double of(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("A probability between 0 and 1 has a deviate, not " + probability);
        }
        if (probability > 0.5) {
            return -of(1 - probability);
        }
        return probability < 0.02425 ? tail(Math.sqrt(-2 * Math.log(probability))) : centre(probability - 0.5);
    }

    private static double tail(double q) {
        return polynomial(
                        q,
                        -7.784894002430293e-03,
                        -3.223964580411365e-01,
                        -2.400758277161838,
                        -2.549732539343734,
                        4.374664141464968,
                        2.938163982698783)
                / polynomial(q, 7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996, 3.754408661907416, 1);
    }

    private static double centre(double q) {
        var r = q * q;
        return q
                * polynomial(
                        r,
                        -3.969683028665376e+01,
                        2.209460984245205e+02,
                        -2.759285104469687e+02,
                        1.383577518672690e+02,
                        -3.066479806614716e+01,
                        2.506628277459239)
                / polynomial(
                        r,
                        -5.447609879822406e+01,
                        1.615858368580409e+02,
                        -1.556989798598866e+02,
                        6.680131188771972e+01,
                        -1.328068155288572e+01,
                        1);
    }

    private static double polynomial(double x, double... coefficients) {
        var value = 0.0;
        for (var coefficient : coefficients) {
            value = value * x + coefficient;
        }
        return value;
    }
}

package io.traitgate.benchmarks.accuracy;

import java.util.List;
import java.util.Locale;

/**
 * Draws DET curves as SVG. Both axes are in normal deviates, which the chart libraries with a fitting licence do not
 * have. The bands are the intervals of the curves.
 */
public final class DetPicture {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 600;
    private static final int LEFT = 80;
    private static final int RIGHT = 20;
    private static final int TOP = 50;
    private static final int BOTTOM = 60;
    private static final double HIGHEST = 0.4;
    private static final double[] TICKS = {1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4};
    /** Told apart in colour and in grey, also by the colour-blind (Okabe and Ito). */
    private static final String[] COLOURS = {"#0072b2", "#d55e00", "#009e73", "#cc79a7"};

    private final StringBuilder svg = new StringBuilder();
    private final double lowestMatch;
    private final double lowestNonMatch;

    private DetPicture(List<DetCurve> curves) {
        this.lowestMatch = tickBelow(curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(DetCurve.Point::falseMatchRate)
                .min()
                .orElseThrow(() -> new IllegalArgumentException("No curve to draw")));
        this.lowestNonMatch = tickBelow(curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(DetCurve.Point::falseNonMatchRate)
                .filter(rate -> rate > 0)
                .min()
                .orElse(0.01));
    }

    /** The picture. */
    public static String of(String title, List<DetCurve> curves) {
        return new DetPicture(curves).draw(title, curves);
    }

    private String draw(String title, List<DetCurve> curves) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">",
                WIDTH, HEIGHT);
        add("<title>%s</title>", escaped(title));
        add("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, HEIGHT);
        text(LEFT, 28, "start", "font-size=\"16\" font-weight=\"bold\"", title);
        axes();
        for (var i = 0; i < curves.size(); i++) {
            curve(curves.get(i), COLOURS[i % COLOURS.length]);
            legend(curves.get(i).name(), COLOURS[i % COLOURS.length], i);
        }
        add("</svg>");
        return svg.toString();
    }

    private void axes() {
        for (var tick : TICKS) {
            if (tick >= lowestMatch) {
                var x = x(tick);
                add("<path d=\"M%.1f %dV%d\" stroke=\"#ddd\"/>", x, TOP, HEIGHT - BOTTOM);
                text(x, HEIGHT - BOTTOM + 18, "middle", "", percent(tick));
            }
            if (tick >= lowestNonMatch) {
                var y = y(tick);
                add("<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>", LEFT, y, WIDTH - RIGHT);
                text(LEFT - 8, y + 4, "end", "", percent(tick));
            }
        }
        add(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#444\"/>",
                LEFT, TOP, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);
        text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 16, "middle", "", "false match rate");
        text(
                0,
                0,
                "middle",
                "transform=\"translate(22 %d) rotate(-90)\"".formatted((TOP + HEIGHT - BOTTOM) / 2),
                "false non-match rate");
    }

    private void curve(DetCurve curve, String colour) {
        var band = new StringBuilder();
        var line = new StringBuilder();
        for (var point : curve.points()) {
            append(band, point.falseMatchRate(), point.interval().high());
            append(line, point.falseMatchRate(), point.falseNonMatchRate());
        }
        for (var point : curve.points().reversed()) {
            append(band, point.falseMatchRate(), point.interval().low());
        }
        add("<polygon points=\"%s\" fill=\"%s\" fill-opacity=\"0.15\"/>", band, colour);
        add("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", line, colour);
    }

    private void append(StringBuilder points, double match, double nonMatch) {
        points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(match), y(nonMatch)));
    }

    private void legend(String name, String colour, int index) {
        var y = TOP + 24 + index * 20;
        add("<path d=\"M%d %dh28\" stroke=\"%s\" stroke-width=\"3\"/>", WIDTH - RIGHT - 300, y - 4, colour);
        text(WIDTH - RIGHT - 264, y, "start", "", name);
    }

    private double x(double rate) {
        return LEFT + share(rate, lowestMatch) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double rate) {
        return HEIGHT - BOTTOM - share(rate, lowestNonMatch) * (HEIGHT - TOP - BOTTOM);
    }

    private static double share(double rate, double lowest) {
        var low = NormalDeviate.of(lowest);
        return (NormalDeviate.of(Math.clamp(rate, lowest, HIGHEST)) - low) / (NormalDeviate.of(HIGHEST) - low);
    }

    private static double tickBelow(double rate) {
        var below = TICKS[0];
        for (var tick : TICKS) {
            below = tick <= rate && tick < HIGHEST ? tick : below;
        }
        return below;
    }

    private void text(double x, double y, String anchor, String more, String content) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>", x, y, anchor, more, escaped(content));
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String percent(double rate) {
        return rate >= 0.01 ? "%.0f %%".formatted(rate * 100) : "%s %%".formatted(trimmed(rate * 100));
    }

    private static String trimmed(double value) {
        return new java.math.BigDecimal(String.format(Locale.ROOT, "%.6f", value))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

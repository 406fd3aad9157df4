package io.traitgate.benchmarks.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Lines over linear axes that begin at zero, as SVG. */
public final class LineChart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 420;
    private static final int LEFT = 70;
    private static final int RIGHT = 20;
    private static final int TOP = 50;
    private static final int BOTTOM = 60;
    private static final int LEGEND = 20;
    private static final int STEPS = 6;
    /** Told apart in colour and in grey, also by the colour-blind (Okabe and Ito). */
    private static final List<String> COLOURS = List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#000000");

    private final String title;
    private final String across;
    private final String up;
    private final List<Line> lines = new ArrayList<>();

    /**
     * A chart without lines.
     *
     * @param across what the horizontal axis counts, with its unit
     * @param up what the vertical axis counts, with its unit
     */
    public LineChart(String title, String across, String up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    /** A point of a line, neither of whose values is negative. */
    public record Point(double x, double y) {}

    private record Line(String name, List<Point> points) {}

    /** The same chart with another line; up to five can be told apart. */
    public LineChart with(String name, List<Point> points) {
        lines.add(new Line(name, List.copyOf(points)));
        return this;
    }

    /** The picture. */
    public String svg() {
        var drawing = new Drawing(niceMost(Point::x), niceMost(Point::y));
        drawing.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">",
                WIDTH, HEIGHT + lines.size() * LEGEND);
        drawing.add("<title>%s</title>", escaped(title));
        drawing.add("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, HEIGHT + lines.size() * LEGEND);
        drawing.text(LEFT, 28, "start", title, "font-weight=\"bold\"");
        drawing.axes(across, up);
        for (var i = 0; i < lines.size(); i++) {
            drawing.line(lines.get(i), COLOURS.get(i % COLOURS.size()), HEIGHT + i * LEGEND);
        }
        drawing.add("</svg>");
        return drawing.svg.toString();
    }

    /** The end of an axis: the next multiple of a step of 1, 2 or 5 times a power of ten. */
    private double niceMost(ToDoubleFunction<Point> value) {
        var most = lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(value)
                .max()
                .orElse(1);
        var step = step(Math.max(most, 1e-9));
        return Math.ceil(most / step - 1e-9) * step;
    }

    private static double step(double most) {
        var rough = most / STEPS;
        var power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (var factor : new double[] {1, 2, 5}) {
            if (factor * power >= rough) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The picture in the making. */
    private static final class Drawing {
        private final StringBuilder svg = new StringBuilder();
        private final double mostAcross;
        private final double mostUp;

        Drawing(double mostAcross, double mostUp) {
            this.mostAcross = Math.max(mostAcross, 1e-9);
            this.mostUp = Math.max(mostUp, 1e-9);
        }

        void axes(String across, String up) {
            for (var tick = 0.0; tick <= mostAcross * 1.0001; tick += step(mostAcross)) {
                add("<path d=\"M%.1f %dV%d\" stroke=\"#ddd\"/>", x(tick), TOP, HEIGHT - BOTTOM);
                text(x(tick), HEIGHT - BOTTOM + 18, "middle", number(tick), "");
            }
            for (var tick = 0.0; tick <= mostUp * 1.0001; tick += step(mostUp)) {
                add("<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>", LEFT, y(tick), WIDTH - RIGHT);
                text(LEFT - 8, y(tick) + 4, "end", number(tick), "");
            }
            text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 20, "middle", across, "");
            var middle = (TOP + HEIGHT - BOTTOM) / 2;
            text(18, middle, "middle", up, "transform=\"rotate(-90 18 %d)\"".formatted(middle));
        }

        void line(Line line, String colour, double legend) {
            var path = new StringBuilder();
            for (var point : line.points()) {
                path.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point.x()), y(point.y())));
                add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>", x(point.x()), y(point.y()), colour);
            }
            add(
                    "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>",
                    path.toString().strip(), colour);
            add("<path d=\"M%d %.1fh28\" stroke=\"%s\" stroke-width=\"3\"/>", LEFT, legend - 4, colour);
            text(LEFT + 36, legend, "start", line.name(), "");
        }

        void text(double x, double y, String anchor, String content, String more) {
            add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>", x, y, anchor, more, escaped(content));
        }

        void add(String format, Object... values) {
            svg.append(String.format(Locale.ROOT, format, values)).append('\n');
        }

        private double x(double value) {
            return LEFT + value / mostAcross * (WIDTH - LEFT - RIGHT);
        }

        private double y(double value) {
            return HEIGHT - BOTTOM - value / mostUp * (HEIGHT - TOP - BOTTOM);
        }

        private static String number(double value) {
            return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.2g", value);
        }
    }
}

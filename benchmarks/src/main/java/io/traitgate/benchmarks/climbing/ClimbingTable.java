package io.traitgate.benchmarks.climbing;

import java.util.Locale;

/** A table of shares, as Markdown. */
final class ClimbingTable {
    private final StringBuilder text = new StringBuilder();

    /**
     * @param title of the first two columns together, above the table
     * @param columns titles of the columns of shares
     */
    ClimbingTable(String title, String attack, String unit, int... columns) {
        text.append(title).append("\n\n| ").append(attack).append(" | the server's answers |");
        for (var column : columns) {
            text.append(' ').append(column).append(' ').append(unit).append(" |");
        }
        text.append("\n| --- | --- |").append(" ---: |".repeat(columns.length)).append('\n');
    }

    void add(String attack, String defence, double[] shares) {
        text.append("| ").append(attack).append(" | ").append(defence).append(" |");
        for (var share : shares) {
            text.append(String.format(Locale.ROOT, " %.0f %% |", 100 * share));
        }
        text.append('\n');
    }

    String markdown() {
        return text.toString();
    }
}

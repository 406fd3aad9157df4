package io.traitgate.client.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Map;

/**
 * Where a command prints.
 *
 * @param out answers
 * @param err what went wrong
 * @param live whether a person watches: then lines may change in place
 * @param colour whether colours are understood and wanted
 */
record Terminal(PrintStream out, PrintStream err, boolean live, boolean colour) {
    private static final String ERASE_LINE = "\r\u001B[K";

    static Terminal ofThisProcess(Map<String, String> variables) {
        Console console = System.console();
        boolean live = console != null && console.isTerminal() && !"dumb".equals(variables.get("TERM"));
        return new Terminal(System.out, System.err, live, live && !variables.containsKey("NO_COLOR"));
    }

    /** Prints a line, in the place of one that was only for now. */
    void line(String text) {
        out.println(live ? ERASE_LINE + text : text);
    }

    /** Shows a line that the next one replaces; nothing where nobody watches. */
    void forNow(String text) {
        if (live) {
            out.print(ERASE_LINE + text);
            out.flush();
        }
    }

    /** Says what went wrong. */
    void problem(String text) {
        if (live) {
            out.print(ERASE_LINE);
            out.flush();
        }
        err.println(text);
    }

    String good(String text) {
        return paint(32, text);
    }

    String bad(String text) {
        return paint(31, text);
    }

    String strong(String text) {
        return paint(1, text);
    }

    String faint(String text) {
        return paint(2, text);
    }

    private String paint(int code, String text) {
        return colour ? "\u001B[" + code + 'm' + text + "\u001B[0m" : text;
    }
}

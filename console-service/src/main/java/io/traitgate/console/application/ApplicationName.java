package io.traitgate.console.application;

import io.traitgate.console.admin.ProblemException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of an application, as people read it, and the id made of it, as records and settings carry it.
 *
 * @param text 1 to {@value #LONGEST} characters, none of them a control character, no white space at the ends
 */
record ApplicationName(String text) {

    static final int LONGEST = 100;

    private static final int LONGEST_ID = 63;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-+|-+$");

    /**
     * The name that was asked for.
     *
     * @throws ProblemException if it cannot be one
     */
    static ApplicationName of(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw ProblemException.badRequest("name is missing");
        }
        String text = name.strip();
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.badRequest(
                    "name must be 1 to " + LONGEST + " characters without control characters");
        }
        ApplicationName result = new ApplicationName(text);
        if (result.id().isEmpty()) {
            throw ProblemException.badRequest("name must hold at least one of the letters a to z or a digit");
        }
        return result;
    }

    /** Lower-case letters, digits and hyphens, at most {@value #LONGEST_ID}; {@code Müller & Co} gives {@code muller-co}. */
    String id() {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String joined = trimmed(SEPARATORS.matcher(plain).replaceAll("-"));
        return joined.length() <= LONGEST_ID ? joined : trimmed(joined.substring(0, LONGEST_ID));
    }

    private static String trimmed(String id) {
        return ENDS.matcher(id).replaceAll("");
    }
}

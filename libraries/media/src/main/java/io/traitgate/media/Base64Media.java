package io.traitgate.media;

import io.traitgate.contract.error.ApiError;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the base64 of media items as generously as clients need, and no further: standard or URL-safe alphabet (not
 * both in one item), padded or not, white space anywhere, and an optional {@code data:<type>;base64,} prefix. The
 * declared type is ignored; types are told by content.
 *
 * <p>The size is judged from the text, before anything of that size is allocated for the result.
 */
public final class Base64Media {
    /** Longest prefix that is looked at; media types are far shorter. */
    private static final int MAX_PREFIX = 256;

    private static final byte INVALID = -1;
    private static final byte SPACE = -2;
    private static final byte PADDING = -3;
    private static final byte[] VALUES = values();

    private Base64Media() {}

    /**
     * Decodes one item.
     *
     * @param text the string of the JSON document
     * @param maxBytes the largest decoded size, in bytes
     * @return the decoded bytes; empty for a text without any symbol
     * @throws MediaException {@link ApiError#INVALID_BASE64}, or {@link ApiError#ITEM_TOO_BIG} when the text is well
     *     formed as far as it was read and stands for more than {@code maxBytes} bytes
     */
    public static byte[] decode(String text, int maxBytes) {
        var symbols = text.getBytes(StandardCharsets.ISO_8859_1);
        var start = endOfPrefix(text);
        var count = countSymbols(symbols, start);
        if (count % 4 == 1) {
            throw new MediaException(ApiError.INVALID_BASE64);
        }
        var size = (int) (count * 3L / 4);
        if (size > maxBytes) {
            throw new MediaException(ApiError.ITEM_TOO_BIG);
        }
        return decode(symbols, start, new byte[size]);
    }

    private static int endOfPrefix(String text) {
        var start = 0;
        while (start < text.length() && start < MAX_PREFIX && isSpace(text.charAt(start))) {
            start++;
        }
        if (!text.regionMatches(true, start, "data:", 0, 5)) {
            return 0;
        }
        var comma = text.indexOf(',', start, Math.min(text.length(), start + MAX_PREFIX));
        if (comma < 0 || !text.regionMatches(true, comma - 7, ";base64", 0, 7)) {
            throw new MediaException(ApiError.INVALID_BASE64);
        }
        return comma + 1;
    }

    private static boolean isSpace(char symbol) {
        return symbol < VALUES.length && VALUES[symbol] == SPACE;
    }

    /** Checks the whole text and counts the symbols that carry six bits each. */
    private static int countSymbols(byte[] symbols, int start) {
        var count = 0;
        var padding = 0;
        var standard = false;
        var urlSafe = false;
        for (var i = start; i < symbols.length; i++) {
            var symbol = symbols[i];
            var value = VALUES[symbol & 0xFF];
            if (value >= 0) {
                if (padding > 0) {
                    throw new MediaException(ApiError.INVALID_BASE64);
                }
                count++;
                standard |= symbol == '+' || symbol == '/';
                urlSafe |= symbol == '-' || symbol == '_';
            } else if (value == PADDING) {
                padding++;
            } else if (value == INVALID) {
                throw new MediaException(ApiError.INVALID_BASE64);
            }
        }
        if (standard && urlSafe || padding > 0 && (padding > 2 || (count + padding) % 4 != 0)) {
            throw new MediaException(ApiError.INVALID_BASE64);
        }
        return count;
    }

    private static byte[] decode(byte[] symbols, int start, byte[] result) {
        var bits = 0;
        var held = 0;
        var position = 0;
        for (var i = start; i < symbols.length && position < result.length; i++) {
            var value = VALUES[symbols[i] & 0xFF];
            if (value < 0) {
                continue;
            }
            bits = bits << 6 | value;
            held += 6;
            if (held >= 8) {
                held -= 8;
                result[position++] = (byte) (bits >> held);
            }
        }
        return result;
    }

    private static byte[] values() {
        var values = new byte[256];
        Arrays.fill(values, INVALID);
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        for (var i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        values['+'] = values['-'] = 62;
        values['/'] = values['_'] = 63;
        values[' '] = values['\t'] = values['\r'] = values['\n'] = values['\f'] = SPACE;
        values['='] = PADDING;
        return values;
    }
}

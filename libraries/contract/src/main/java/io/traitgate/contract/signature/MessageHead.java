package io.traitgate.contract.signature;

import java.nio.charset.StandardCharsets;

/** What is signed before the body: method and path, each with a line feed. Only ASCII letters change case. */
final class MessageHead {

    private MessageHead() {}

    static byte[] of(String method, String path) {
        return (upper(method) + '\n' + lower(path) + '\n').getBytes(StandardCharsets.UTF_8);
    }

    static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.chars().forEach(c -> lower.append(lower((char) c)));
        return lower.toString();
    }

    private static String upper(String text) {
        StringBuilder upper = new StringBuilder(text.length());
        text.chars().forEach(c -> upper.append(upper((char) c)));
        return upper.toString();
    }

    private static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c;
    }
}

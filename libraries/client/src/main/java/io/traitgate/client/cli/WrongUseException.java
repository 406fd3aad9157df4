package io.traitgate.client.cli;

/** What the user asked for cannot be tried: the message says what is missing and how to give it. */
final class WrongUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongUseException(String message) {
        super(message);
    }
}

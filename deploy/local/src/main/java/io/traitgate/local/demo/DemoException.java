package io.traitgate.local.demo;

/** The demo application cannot be made, or its key pair is not accepted. */
public final class DemoException extends RuntimeException {
    DemoException(String message) {
        super(message);
    }
}

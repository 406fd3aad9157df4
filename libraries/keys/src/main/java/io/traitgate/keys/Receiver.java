package io.traitgate.keys;

/** The services that others seal to; each has an encryption key in the public bundle. */
public enum Receiver {
    GATEWAY("gateway"),
    CONSOLE("console"),
    ANOMALY("anomaly");

    private final String directory;

    Receiver(String directory) {
        this.directory = directory;
    }

    String directory() {
        return directory;
    }

    String bundleFile() {
        return directory + "-encryption.json";
    }
}

package io.traitgate.keys;

import static io.traitgate.keys.KeysetKind.DECRYPTION;
import static io.traitgate.keys.KeysetKind.MASTER;
import static io.traitgate.keys.KeysetKind.PERSON;
import static io.traitgate.keys.KeysetKind.SESSION;
import static io.traitgate.keys.KeysetKind.SIGNING;

import com.google.crypto.tink.KeysetHandle;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;

/**
 * Makes all keysets of an installation: a private directory for each service and one public bundle for all.
 *
 * <p>It only adds what is missing and never writes over a file, so it may run before every start; the private half of
 * a pair comes before the public one, so that making which breaks off is taken up by the next run. It refuses to guess: a
 * lost private key whose public half is still in the bundle, or copies of a shared keyset that differ, are reported and
 * nothing is written.
 */
public final class KeysetGenerator {
    private static final String BUNDLE = "bundle";

    private static final Map<String, List<KeysetKind>> KEYSETS = new TreeMap<>(Map.of(
            "gateway", List.of(SIGNING, DECRYPTION),
            "console", List.of(MASTER, DECRYPTION, PERSON, SIGNING),
            "session", List.of(MASTER, SESSION, PERSON),
            "face", List.of(MASTER, SESSION, PERSON),
            "voice", List.of(MASTER, SESSION, PERSON),
            "behaviour", List.of(MASTER, SESSION),
            "anomaly", List.of(MASTER, SESSION, DECRYPTION)));

    private final Path directory;

    private KeysetGenerator(Path directory) {
        this.directory = directory;
    }

    /** Makes the keysets in the directory that is the only argument. */
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("One argument: the directory for the keysets");
            System.exit(2);
        }
        try {
            List<Path> made = generate(Path.of(arguments[0]));
            made.forEach(file -> System.out.println("made " + file));
            System.out.println(made.isEmpty() ? "nothing was missing" : made.size() + " keysets made");
        } catch (KeysException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    /**
     * Makes what is missing below a directory.
     *
     * @return the files that were made, in the order of their making; empty if nothing was missing
     * @throws KeysException if files contradict each other, or cannot be read or written
     */
    public static List<Path> generate(Path directory) {
        return new KeysetGenerator(directory).run();
    }

    private List<Path> run() {
        Map<Path, KeysetHandle> missing = new LinkedHashMap<>();
        missing.putAll(missingCopies(SESSION));
        missing.putAll(missingCopies(PERSON));
        KEYSETS.forEach((service, kinds) -> kinds.stream()
                .filter(kind -> kind == MASTER && !file(service, kind).exists())
                .forEach(kind -> missing.put(file(service, kind).path(), generateKeyset(kind))));
        missing.putAll(missingPair("gateway", SIGNING, ServiceKeys.GATEWAY_VERIFICATION));
        missing.putAll(missingPair("console", SIGNING, ServiceKeys.CONSOLE_VERIFICATION));
        for (Receiver receiver : Receiver.values()) {
            missing.putAll(missingPair(receiver.directory(), DECRYPTION, receiver.bundleFile()));
        }
        missing.forEach((path, keyset) -> new KeysetFile(path).write(keyset));
        return new ArrayList<>(missing.keySet());
    }

    /** The missing copies of a keyset that several services hold: of the one there is, or of a new one. */
    private Map<Path, KeysetHandle> missingCopies(KeysetKind kind) {
        List<KeysetFile> copies = KEYSETS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(kind))
                .map(Entry::getKey)
                .map(service -> file(service, kind))
                .toList();
        List<KeysetHandle> present =
                copies.stream().filter(KeysetFile::exists).map(KeysetFile::read).toList();
        KeysetHandle keyset = present.isEmpty() ? generateKeyset(kind) : present.getFirst();
        if (!present.stream().allMatch(keyset::equalsKeyset)) {
            throw new KeysException("The copies of " + kind.fileName() + " below " + directory
                    + " differ: all services must hold the same one");
        }
        Map<Path, KeysetHandle> missing = new TreeMap<>();
        copies.stream().filter(copy -> !copy.exists()).forEach(copy -> missing.put(copy.path(), keyset));
        return missing;
    }

    private Map<Path, KeysetHandle> missingPair(String service, KeysetKind kind, String bundleFile) {
        KeysetFile privateFile = file(service, kind);
        KeysetFile publicFile = new KeysetFile(directory.resolve(BUNDLE).resolve(bundleFile));
        if (!privateFile.exists() && publicFile.exists()) {
            throw new KeysException("The private keyset " + privateFile.path() + " is lost, and its public half "
                    + publicFile.path() + " is in use: restore the one, or remove the other to begin anew");
        }
        Map<Path, KeysetHandle> missing = new LinkedHashMap<>();
        KeysetHandle keyset = privateFile.exists() ? privateFile.read() : generateKeyset(kind);
        if (!privateFile.exists()) {
            missing.put(privateFile.path(), keyset);
        }
        if (!publicFile.exists()) {
            missing.put(publicFile.path(), publicHalf(keyset, privateFile.path()));
        }
        return missing;
    }

    private KeysetFile file(String service, KeysetKind kind) {
        return new KeysetFile(directory.resolve(service).resolve(kind.fileName()));
    }

    private static KeysetHandle generateKeyset(KeysetKind kind) {
        try {
            return KeysetHandle.generateNew(kind.parameters(), Algorithms.configuration());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("No key of kind " + kind, impossible);
        }
    }

    private static KeysetHandle publicHalf(KeysetHandle keyset, Path file) {
        try {
            return keyset.getPublicKeysetHandle();
        } catch (GeneralSecurityException notPrivate) {
            throw new KeysException("The keyset " + file + " is no private keyset", notPrivate);
        }
    }
}

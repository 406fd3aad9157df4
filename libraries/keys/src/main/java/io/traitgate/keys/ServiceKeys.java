package io.traitgate.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * The keys one service holds: its private keysets and the public bundle, each read when it is first asked for.
 *
 * <p>A service mounts only what it needs. Asking for a keyset that is not there fails with a message that names the file,
 * so a service asks for all it needs at its start. Not safe to put into logs: it is not a record on purpose.
 */
public final class ServiceKeys {
    static final String GATEWAY_VERIFICATION = "gateway-verification.json";
    static final String CONSOLE_VERIFICATION = "console-verification.json";

    private final Path directory;
    private final Path bundle;

    private ServiceKeys(Path directory, Path bundle) {
        this.directory = directory;
        this.bundle = bundle;
    }

    /**
     * The keys below two directories.
     *
     * @param directory the private keysets of this service
     * @param bundle the public keys of all services
     * @throws KeysException if one of the directories is not there
     */
    public static ServiceKeys load(Path directory, Path bundle) {
        requireDirectory(directory, "traitgate.keys.directory");
        requireDirectory(bundle, "traitgate.keys.bundle");
        return new ServiceKeys(directory, bundle);
    }

    /** Seals what this service alone stores. */
    public Sealer master() {
        return new Sealer(mine(KeysetKind.MASTER, Aead.class));
    }

    /** Seals what several services read in Redis. */
    public Sealer session() {
        return new Sealer(mine(KeysetKind.SESSION, Aead.class));
    }

    /** Names people. */
    public PersonHash personHash() {
        return new PersonHash(mine(KeysetKind.PERSON, Mac.class));
    }

    /** Opens what others sealed to this service. */
    public Unsealer unsealer() {
        return new Unsealer(mine(KeysetKind.DECRYPTION, HybridDecrypt.class));
    }

    /**
     * Signs caller contexts: the gateway can for calls of applications, the console for its own calls. Each has a key of
     * its own, and who verifies asks for the one or the other.
     */
    public CallerContextSigner callerContextSigner() {
        return new CallerContextSigner(mine(KeysetKind.SIGNING, PublicKeySign.class));
    }

    /** Judges caller contexts that the gateway signed, by the clock given. */
    public CallerContextVerifier callerContextVerifier(InstantSource clock) {
        return new CallerContextVerifier(open(bundle.resolve(GATEWAY_VERIFICATION), PublicKeyVerify.class), clock);
    }

    /** Judges caller contexts that the console signed, by the clock given. */
    public CallerContextVerifier consoleContextVerifier(InstantSource clock) {
        return new CallerContextVerifier(open(bundle.resolve(CONSOLE_VERIFICATION), PublicKeyVerify.class), clock);
    }

    /** Seals to another service. */
    public HybridSealer sealerTo(Receiver receiver) {
        return new HybridSealer(open(bundle.resolve(receiver.bundleFile()), HybridEncrypt.class));
    }

    private <P> P mine(KeysetKind kind, Class<P> type) {
        return open(directory.resolve(kind.fileName()), type);
    }

    private static <P> P open(Path path, Class<P> type) {
        KeysetFile file = new KeysetFile(path);
        if (!file.exists()) {
            throw new KeysException("The keyset " + path + " is missing. Make the keysets with "
                    + KeysetGenerator.class.getName() + ", or mount the directory that holds them.");
        }
        return file.primitive(type);
    }

    private static void requireDirectory(Path directory, String setting) {
        if (!Files.isDirectory(directory)) {
            throw new KeysException("The keys directory " + directory + " (setting " + setting
                    + ") is missing. Make the keysets with " + KeysetGenerator.class.getName()
                    + ", or mount the directory that holds them.");
        }
    }
}

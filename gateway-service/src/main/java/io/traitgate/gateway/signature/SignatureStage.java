package io.traitgate.gateway.signature;

import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.contract.signature.SharedSecret;
import io.traitgate.contract.signature.SignaturePaths;
import io.traitgate.contract.signature.SignatureVerifier;
import io.traitgate.gateway.body.Body;
import io.traitgate.gateway.key.ApplicationKey;
import io.traitgate.gateway.key.ApplicationKeys;
import io.traitgate.gateway.path.ExternalPrefixes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Verifies signatures over the raw bytes of bodies. Unknown and expired keys are verified against a secret that
 * nobody knows, so they take as long as a wrong signature, and the answer is the same.
 */
@Singleton
public final class SignatureStage {

    /** Longer bodies take more than a fraction of a millisecond and leave the event loop. */
    private static final int LONGEST_ON_EVENT_LOOP = 64 << 10;

    private final ApplicationKeys keys;
    private final ExternalPrefixes prefixes;
    private final SignatureSettings settings;
    private final Clock clock;
    private final SharedSecret unknown;
    private final WorkerExecutor workers;

    public SignatureStage(
            ApplicationKeys keys,
            ExternalPrefixes prefixes,
            SignatureSettings settings,
            Clock clock,
            SecureRandom random,
            Vertx vertx) {
        this.keys = keys;
        this.prefixes = prefixes;
        this.settings = settings;
        this.clock = clock;
        this.unknown = SharedSecret.unknown(random);
        this.workers = vertx.createSharedWorkerExecutor(
                "signature", Runtime.getRuntime().availableProcessors());
    }

    @PreDestroy
    void close() {
        workers.close();
    }

    /** The verified call; fails with {@link ApiException} 401 if key or signature is not right. */
    public Future<VerifiedCall> verify(SignedCall call, Body body) {
        if (body.length() <= LONGEST_ON_EVENT_LOOP) {
            try {
                return Future.succeededFuture(verifyNow(call, body));
            } catch (ApiException refusal) {
                return Future.failedFuture(refusal);
            }
        }
        body.hold();
        return workers.executeBlocking(() -> verifyNow(call, body), false).onComplete(done -> body.letGo());
    }

    private VerifiedCall verifyNow(SignedCall call, Body body) {
        Optional<ApplicationKey> key = keys.find(call.apiKey()).filter(found -> found.validAt(clock.instant()));
        SignatureVerifier verifier = new SignatureVerifier(
                key.map(ApplicationKey::secret).orElse(unknown),
                "POST",
                SignaturePaths.candidates(call.rawPath(), call.route().path(), prefixes.all()),
                settings.webCompat());
        MessageDigest digest = sha256();
        body.read((block, length) -> {
            verifier.update(block, 0, length);
            digest.update(block, 0, length);
        });
        boolean verified = verifier.verify(call.signature());
        String hash = HexFormat.of().formatHex(digest.digest());
        return key.filter(found -> verified)
                .map(found -> new VerifiedCall(call.route(), found, body, hash))
                .orElseThrow(() -> new ApiException(ApiError.INVALID_KEY_OR_SIGNATURE));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

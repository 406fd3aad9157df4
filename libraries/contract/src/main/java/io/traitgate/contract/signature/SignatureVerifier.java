package io.traitgate.contract.signature;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Verifies the signature of one request whose body arrives in pieces. Every candidate is computed and compared, in
 * constant time and without stopping at the first match, so neither answer nor duration tells which one failed.
 *
 * <p>It does not defend against replay: the recipe has no time stamp, and clients repeat requests. Not thread-safe,
 * used once.
 */
public final class SignatureVerifier {

    private static final int PIECE = 16 << 10;

    private final List<CandidateMac> candidates;
    private final boolean webScheme;
    private boolean ascii = true;

    /**
     * A verifier for one request.
     *
     * @param paths what the client may have signed, see {@link SignaturePaths}
     * @param webScheme whether bodies that are not ASCII may be signed as the web SDK does
     */
    public SignatureVerifier(SharedSecret secret, String method, List<String> paths, boolean webScheme) {
        this.webScheme = webScheme;
        this.candidates = paths.stream()
                .map(path -> new CandidateMac(secret, MessageHead.of(method, path), webScheme))
                .toList();
    }

    /** Takes the next bytes of the body; reads the buffer to its end. */
    public void update(ByteBuffer body) {
        if (body.hasArray()) {
            update(body.array(), body.arrayOffset() + body.position(), body.remaining());
            body.position(body.limit());
            return;
        }
        byte[] piece = new byte[Math.min(PIECE, body.remaining())];
        while (body.hasRemaining()) {
            int length = Math.min(piece.length, body.remaining());
            body.get(piece, 0, length);
            update(piece, 0, length);
        }
    }

    /** Takes the next bytes of the body. */
    public void update(byte[] body, int offset, int length) {
        int prefix = Ascii.prefixLength(body, offset, length);
        ascii &= prefix == length;
        for (CandidateMac candidate : candidates) {
            candidate.update(body, offset, length, prefix);
        }
    }

    /** Whether the signature is right for the whole body; ends the computation. */
    public boolean verify(SignatureValue signature) {
        boolean verified = false;
        for (CandidateMac candidate : candidates) {
            if (webScheme && !ascii) {
                verified |= signature.matches(candidate.finishWeb());
            }
            verified |= signature.matches(candidate.finish());
        }
        return verified;
    }
}

package io.traitgate.contract.signature;

import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * The MACs of one candidate path. As long as the message is ASCII both schemes agree and one MAC serves both; the
 * first other byte forks it. The fork must lie where a group of the folding begins, so the last bytes that do not
 * fill a group are held back.
 */
final class CandidateMac {

    private static final int GROUP = 4;

    private final Mac standard;
    private final boolean webScheme;
    private final byte[] held = new byte[GROUP];
    private int heldLength;
    private @Nullable FoldedMac web;

    CandidateMac(SharedSecret secret, byte[] head, boolean webScheme) {
        this.standard = secret.mac();
        this.webScheme = webScheme;
        if (webScheme && !secret.ascii()) {
            this.web = new FoldedMac(secret.foldedMac());
        }
        update(head, 0, head.length, Ascii.prefixLength(head, 0, head.length));
    }

    /** Takes the next piece of the message, of which the first {@code ascii} bytes are below 0x80. */
    void update(byte[] array, int offset, int length, int ascii) {
        if (webScheme && web == null) {
            updateBoth(array, offset, ascii);
            if (ascii < length) {
                fork().update(array, offset + ascii, length - ascii);
                standard.update(array, offset + ascii, length - ascii);
            }
            return;
        }
        standard.update(array, offset, length);
        if (web != null) {
            web.update(array, offset, length);
        }
    }

    /** The standard MAC; ends the computation, so {@link #finishWeb} comes first. */
    byte[] finish() {
        standard.update(held, 0, heldLength);
        return standard.doFinal();
    }

    /** The MAC of the web scheme. */
    byte[] finishWeb() {
        FoldedMac folded = web == null ? fork() : web;
        return folded.finish();
    }

    private void updateBoth(byte[] array, int offset, int length) {
        int left = (heldLength + length) % GROUP;
        if (heldLength + length < GROUP) {
            System.arraycopy(array, offset, held, heldLength, length);
        } else {
            standard.update(held, 0, heldLength);
            standard.update(array, offset, length - left);
            System.arraycopy(array, offset + length - left, held, 0, left);
        }
        heldLength = left;
    }

    private FoldedMac fork() {
        FoldedMac fork = new FoldedMac(copy(standard));
        fork.update(held, 0, heldLength);
        standard.update(held, 0, heldLength);
        heldLength = 0;
        web = fork;
        return fork;
    }

    private static Mac copy(Mac mac) {
        try {
            return (Mac) mac.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's HmacSHA256 cannot be cloned", e);
        }
    }
}

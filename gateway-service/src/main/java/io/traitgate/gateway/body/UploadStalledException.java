package io.traitgate.gateway.body;

/** Nothing came from the client for too long, or too little; there is nobody to answer. */
public final class UploadStalledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UploadStalledException() {
        super("the upload stalled", null, false, false);
    }
}

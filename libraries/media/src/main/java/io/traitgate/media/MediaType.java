package io.traitgate.media;

/**
 * What a file is, told by its content alone; names and declared types are the sender's word and count for nothing.
 */
public enum MediaType {
    JPEG(Kind.IMAGE),
    PNG(Kind.IMAGE),
    GIF(Kind.IMAGE),
    BMP(Kind.IMAGE),
    WEBP(Kind.IMAGE),
    TIFF(Kind.IMAGE),
    /** HEIF of any kind, AVIF among them: still pictures in ISO boxes. */
    HEIF(Kind.IMAGE),
    JPEG_XL(Kind.IMAGE),
    JPEG_2000(Kind.IMAGE),
    ICO(Kind.IMAGE),
    PSD(Kind.IMAGE),
    SVG(Kind.IMAGE),

    MP4(Kind.VIDEO),
    QUICKTIME(Kind.VIDEO),
    THREE_GP(Kind.VIDEO),
    /** Matroska, and WebM, its subset. */
    MATROSKA(Kind.VIDEO),

    /** Moving pictures in a container that is recognised and not read: AVI, FLV, MPEG program and transport streams. */
    OTHER_VIDEO(Kind.UNSUPPORTED_VIDEO),

    WAV(Kind.AUDIO),
    CAF(Kind.AUDIO),
    OGG(Kind.AUDIO),
    MP3(Kind.AUDIO),
    AAC(Kind.AUDIO),
    M4A(Kind.AUDIO),
    AMR(Kind.AUDIO),
    FLAC(Kind.AUDIO),
    AIFF(Kind.AUDIO),
    AU(Kind.AUDIO),

    PDF(Kind.DOCUMENT),
    ZIP(Kind.DOCUMENT),
    /** Archives and compressed files other than ZIP. */
    ARCHIVE(Kind.DOCUMENT),
    /** Programs, databases and other files with a well-known beginning. */
    OTHER_BINARY(Kind.DOCUMENT),
    /** Readable text: plain, HTML, JSON and the like. */
    TEXT(Kind.DOCUMENT),

    /** No bytes, or only white space and zeros. */
    EMPTY(Kind.NOTHING),
    /** Signatures of several types at once, as in a picture with an archive behind it. */
    SEVERAL(Kind.NOTHING),
    UNKNOWN(Kind.NOTHING);

    private final Kind kind;

    MediaType(Kind kind) {
        this.kind = kind;
    }

    /** The family of the type. */
    public Kind kind() {
        return kind;
    }

    /**
     * Tells the type. Looks at a bounded number of places and never fails, whatever the bytes are.
     *
     * @param bytes the whole file
     */
    public static MediaType of(byte[] bytes) {
        return new MediaSniffer(bytes).type();
    }

    /** Families of types. */
    public enum Kind {
        IMAGE,
        VIDEO,
        UNSUPPORTED_VIDEO,
        AUDIO,
        DOCUMENT,
        NOTHING
    }
}

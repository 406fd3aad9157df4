package io.traitgate.media;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/**
 * Compares a file with the signatures of all known types. Each signature is strong enough that two of them do not meet
 * by accident; where two meet, somebody built the file so.
 */
final class MediaSniffer {
    /** How far from the start a PDF reader looks for its header. */
    private static final int PDF_WINDOW = 1024;

    /** The end record of a ZIP archive, and the longest comment behind it. */
    private static final int ZIP_END = 22;

    private static final int ZIP_COMMENT = 0xFFFF;

    /** How much of a text is looked at; also how far a declared document type may be. */
    private static final int TEXT_WINDOW = 4096;

    private final byte[] bytes;

    MediaSniffer(byte[] bytes) {
        this.bytes = bytes;
    }

    MediaType type() {
        if (isBlank()) {
            return MediaType.EMPTY;
        }
        var types = matches();
        if (types.size() > 1) {
            return MediaType.SEVERAL;
        }
        if (types.size() == 1) {
            return types.iterator().next();
        }
        if (isText()) {
            return textWindow().contains("<svg") ? MediaType.SVG : MediaType.TEXT;
        }
        return MediaType.UNKNOWN;
    }

    private Set<MediaType> matches() {
        var types = EnumSet.noneOf(MediaType.class);
        addImages(types);
        addIsoBoxes(types);
        addContainers(types);
        addSounds(types);
        addDocuments(types);
        return types;
    }

    private void addImages(Set<MediaType> types) {
        add(types, MediaType.JPEG, hasBytes(0, 0xFF, 0xD8, 0xFF));
        add(types, MediaType.PNG, hasBytes(0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A));
        add(types, MediaType.GIF, has(0, "GIF87a") || has(0, "GIF89a"));
        add(types, MediaType.BMP, isBmp());
        add(types, MediaType.WEBP, has(0, "RIFF") && has(8, "WEBP"));
        add(types, MediaType.TIFF, isTiff());
        add(types, MediaType.JPEG_XL, hasBytes(0, 0xFF, 0x0A) || hasBytes(0, 0, 0, 0, 0x0C) && has(4, "JXL "));
        add(types, MediaType.JPEG_2000, hasBytes(0, 0xFF, 0x4F, 0xFF, 0x51) || has(4, "jP  "));
        add(types, MediaType.ICO, isIcon());
        add(types, MediaType.PSD, has(0, "8BPS\0\1") || has(0, "8BPS\0\2"));
    }

    private boolean isTiff() {
        return hasBytes(0, 'I', 'I', 42, 0) || hasBytes(0, 'M', 'M', 0, 42);
    }

    private boolean isIcon() {
        return hasBytes(0, 0, 0, 1, 0) && at(4) > 0 && at(5) == 0 && at(9) == 0 && at(11) == 0;
    }

    private boolean isBmp() {
        return has(0, "BM")
                && bytes.length >= 26
                && hasBytes(6, 0, 0, 0, 0)
                && at(14) >= 12
                && at(14) <= 124
                && hasBytes(15, 0, 0, 0);
    }

    /** ISO/IEC 14496-12 and QuickTime: the first box, and for {@code ftyp} its major brand. */
    private void addIsoBoxes(Set<MediaType> types) {
        if (has(4, "ftyp")) {
            types.add(ofBrand());
        } else if (has(4, "moov") || has(4, "mdat") || has(4, "wide") || has(4, "pnot") || isPaddingBox()) {
            types.add(MediaType.QUICKTIME);
        }
    }

    private boolean isPaddingBox() {
        return (has(4, "free") || has(4, "skip")) && at(0) == 0;
    }

    private MediaType ofBrand() {
        return switch (text(8, 4)) {
            case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "mif2", "msf1", "avif", "avis", "crx " ->
                MediaType.HEIF;
            case "jp2 ", "jpx ", "jpm " -> MediaType.JPEG_2000;
            case "jxl " -> MediaType.JPEG_XL;
            case "qt  " -> MediaType.QUICKTIME;
            case "M4A ", "M4B ", "M4P " -> MediaType.M4A;
            case String brand when brand.startsWith("3g") -> MediaType.THREE_GP;
            default -> MediaType.MP4;
        };
    }

    private void addContainers(Set<MediaType> types) {
        add(types, MediaType.MATROSKA, hasBytes(0, 0x1A, 0x45, 0xDF, 0xA3));
        add(types, MediaType.OTHER_VIDEO, has(0, "RIFF") && has(8, "AVI "));
        add(types, MediaType.OTHER_VIDEO, has(0, "FLV\1"));
        add(types, MediaType.OTHER_VIDEO, hasBytes(0, 0, 0, 1, 0xBA) || hasBytes(0, 0, 0, 1, 0xB3));
        add(types, MediaType.OTHER_VIDEO, at(0) == 0x47 && at(188) == 0x47 && at(376) == 0x47);
        add(types, MediaType.OTHER_VIDEO, hasBytes(0, 0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11));
    }

    private void addSounds(Set<MediaType> types) {
        add(types, MediaType.WAV, (has(0, "RIFF") || has(0, "RIFX") || has(0, "RF64")) && has(8, "WAVE"));
        add(types, MediaType.CAF, has(0, "caff\0\1"));
        add(types, MediaType.OGG, has(0, "OggS\0"));
        add(types, MediaType.FLAC, has(0, "fLaC"));
        add(types, MediaType.AIFF, has(0, "FORM") && (has(8, "AIFF") || has(8, "AIFC")));
        add(types, MediaType.AU, has(0, ".snd\0\0"));
        add(types, MediaType.AMR, has(0, "#!AMR\n") || has(0, "#!AMR-WB\n"));
        add(types, MediaType.MP3, has(0, "ID3") && at(3) <= 4 || MpegAudio.startsLayer3(bytes));
        add(types, MediaType.AAC, MpegAudio.startsAdts(bytes));
    }

    private void addDocuments(Set<MediaType> types) {
        add(types, MediaType.PDF, find("%PDF-", PDF_WINDOW));
        add(types, MediaType.ZIP, has(0, "PK\3\4") || has(0, "PK\5\6") || endsAsZip());
        add(types, MediaType.ARCHIVE, hasBytes(0, 0x1F, 0x8B, 8) || has(0, "BZh") && has(4, "1AY&SY"));
        add(types, MediaType.ARCHIVE, hasBytes(0, 0xFD, '7', 'z', 'X', 'Z', 0) || has(0, "7z\u00BC\u00AF\u0027\u001C"));
        add(types, MediaType.ARCHIVE, has(0, "Rar!\u001A\7") || has(257, "ustar"));
        add(types, MediaType.ARCHIVE, hasBytes(0, 0x28, 0xB5, 0x2F, 0xFD));
        add(types, MediaType.OTHER_BINARY, has(0, "\u007FELF") || has(0, "SQLite format 3\0"));
        add(types, MediaType.OTHER_BINARY, hasBytes(0, 0xCA, 0xFE, 0xBA, 0xBE) || isWindowsProgram());
        add(types, MediaType.OTHER_BINARY, hasBytes(0, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1));
    }

    private boolean isWindowsProgram() {
        if (!has(0, "MZ") || bytes.length < 0x40) {
            return false;
        }
        var header = at(0x3C) | at(0x3D) << 8 | at(0x3E) << 16;
        return has(header, "PE\0\0");
    }

    /** An archive behind any other content: its end record must reach exactly to the end of the file. */
    private boolean endsAsZip() {
        var last = bytes.length - ZIP_END;
        for (var i = last; i >= Math.max(0, last - ZIP_COMMENT); i--) {
            if (has(i, "PK\5\6") && (at(i + 20) | at(i + 21) << 8) == last - i) {
                return true;
            }
        }
        return false;
    }

    private boolean isBlank() {
        for (var value : bytes) {
            if (value != 0 && value != ' ' && (value < '\t' || value > '\r')) {
                return false;
            }
        }
        return true;
    }

    /** Mostly printable, no control characters but white space; a byte order mark or UTF-8 do no harm. */
    private boolean isText() {
        if (hasBytes(0, 0xFF, 0xFE) || hasBytes(0, 0xFE, 0xFF)) {
            return isWideText();
        }
        for (var i = 0; i < Math.min(bytes.length, TEXT_WINDOW); i++) {
            var value = at(i);
            if (value < ' ' && (value < '\t' || value > '\r') || value == 0x7F) {
                return false;
            }
        }
        return isUtf8Enough();
    }

    /** UTF-16 of a mostly western text: every second byte is zero. */
    private boolean isWideText() {
        var zeros = 0;
        var end = Math.min(bytes.length, TEXT_WINDOW);
        for (var i = 2; i < end; i++) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return end > 2 && zeros * 3 > end - 2;
    }

    /** Few bytes that are not UTF-8: accents of an older encoding, or a character cut at the end of the window. */
    private boolean isUtf8Enough() {
        var text = textWindow();
        var broken = text.chars().filter(character -> character == 0xFFFD).count();
        return broken * 20 <= text.length();
    }

    private String textWindow() {
        return new String(bytes, 0, Math.min(bytes.length, TEXT_WINDOW), StandardCharsets.UTF_8);
    }

    private static void add(Set<MediaType> types, MediaType type, boolean matches) {
        if (matches) {
            types.add(type);
        }
    }

    private boolean find(String signature, int window) {
        for (var i = 0; i < Math.min(bytes.length, window); i++) {
            if (has(i, signature)) {
                return true;
            }
        }
        return false;
    }

    private boolean has(int offset, String signature) {
        if (offset < 0 || offset > bytes.length - signature.length()) {
            return false;
        }
        for (var i = 0; i < signature.length(); i++) {
            if (at(offset + i) != signature.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasBytes(int offset, int... signature) {
        if (offset > bytes.length - signature.length) {
            return false;
        }
        for (var i = 0; i < signature.length; i++) {
            if (at(offset + i) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    private String text(int offset, int length) {
        return offset > bytes.length - length ? "" : new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    }

    /** The byte as 0 to 255, or -1 beyond the end. */
    private int at(int offset) {
        return offset < bytes.length ? bytes[offset] & 0xFF : -1;
    }
}

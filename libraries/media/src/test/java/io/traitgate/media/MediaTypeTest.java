package io.traitgate.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MediaTypeTest {
    private static final String JPEG = "FFD8FFE000104A46494600";
    private static final String PNG = "89504E470D0A1A0A0000000D49484452";

    @ParameterizedTest
    @CsvSource({
        "JPEG, FFD8FFE000104A46494600",
        "PNG, 89504E470D0A1A0A0000000D49484452",
        "GIF, 474946383961",
        "WEBP, 5249464600000000574542505650",
        "TIFF, 49492A0008000000",
        "TIFF, 4D4D002A00000008",
        "JPEG_XL, FF0A1234",
        "ICO, 00000100010010100000010020",
        "WAV, 524946460000000057415645",
        "CAF, 6361666600010000",
        "OGG, 4F6767530002",
        "FLAC, 664C6143",
        "AMR, 2321414D520A",
        "MP3, 49443304000000000000",
        "MATROSKA, 1A45DFA39F4286",
        "PDF, 255044462D312E37",
        "ARCHIVE, 1F8B0800",
        "OTHER_BINARY, 7F454C46",
        "OTHER_VIDEO, 524946460000000041564920",
        "OTHER_VIDEO, 464C5601"
    })
    void isToldByItsFirstBytes(MediaType expected, String hex) {
        assertThat(MediaType.of(hex(hex))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "isom, MP4",
        "mp42, MP4",
        "avc1, MP4",
        "'qt  ', QUICKTIME",
        "3gp5, THREE_GP",
        "3g2a, THREE_GP",
        "'M4A ', M4A",
        "heic, HEIF",
        "mif1, HEIF",
        "avif, HEIF"
    })
    void isoFilesAreToldByTheirBrand(String brand, MediaType expected) {
        assertThat(MediaType.of(latin1("\0\0\0\u0018ftyp" + brand + "\0\0\0\0")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0\0\1\0moov", "\0\0\1\0mdat", "\0\0\0\u0008wide", "\0\0\0\u0008free"})
    void oldQuickTimeFilesStartWithoutBrand(String start) {
        assertThat(MediaType.of(latin1(start + "\0\0\0\u0010xxxx"))).isEqualTo(MediaType.QUICKTIME);
    }

    @Test
    void rawMpegAudioNeedsTwoFramesInARow() {
        // Given: MPEG 1 layer III, 128 kbit/s, 44100 Hz: 417 bytes a frame
        var frames = new byte[834];
        System.arraycopy(hex("FFFB9064"), 0, frames, 0, 4);
        System.arraycopy(hex("FFFB9064"), 0, frames, 417, 4);

        // When, Then
        assertThat(MediaType.of(frames)).isEqualTo(MediaType.MP3);
        frames[417] = 0;
        assertThat(MediaType.of(frames)).isEqualTo(MediaType.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "{\"a\": 1}",
                "<html><body>x</body></html>",
                "\u00E4\u00F6\u00FC \u4E2D\u6587",
                "BMW, GIF, PNG"
            })
    void readableTextIsText(String text) {
        assertThat(MediaType.of(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(MediaType.TEXT);
    }

    @Test
    void svgIsAnImage() {
        assertThat(MediaType.of(latin1("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>")))
                .isEqualTo(MediaType.SVG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t", "\0\0\0\0"})
    void whiteSpaceAndZerosAreEmpty(String text) {
        assertThat(MediaType.of(latin1(text))).isEqualTo(MediaType.EMPTY);
    }

    @Test
    void aPictureWithAnArchiveBehindItIsSeveral() throws IOException {
        var zip = new ByteArrayOutputStream();
        zip.writeBytes(hex(JPEG));
        try (var entries = new ZipOutputStream(zip)) {
            entries.putNextEntry(new ZipEntry("a"));
            entries.setComment("behind the picture");
        }
        assertThat(MediaType.of(zip.toByteArray())).isEqualTo(MediaType.SEVERAL);
    }

    @Test
    void aPictureWithAPdfHeaderInsideIsSeveral() {
        assertThat(MediaType.of(latin1(new String(hex(PNG), StandardCharsets.ISO_8859_1) + "....%PDF-1.4")))
                .isEqualTo(MediaType.SEVERAL);
    }

    @Test
    void randomBytesAreUnknownAndNeverFail() {
        var random = new Random(3);
        for (var i = 0; i < 20_000; i++) {
            var bytes = new byte[random.nextInt(600)];
            random.nextBytes(bytes);
            MediaType.of(bytes);
        }
        var large = new byte[100_000];
        random.nextBytes(large);
        assertThat(MediaType.of(large)).isEqualTo(MediaType.UNKNOWN);
    }

    @Test
    void cutAndChangedSignaturesNeverFail() {
        var random = new Random(4);
        var seeds =
                new String[] {JPEG, PNG, "524946460000000057415645", "FFFB9064", "FFF15080", "4D5A", "424D", "504B0506"
                };
        for (var i = 0; i < 20_000; i++) {
            var bytes = Arrays.copyOf(hex(seeds[random.nextInt(seeds.length)]), random.nextInt(80));
            if (bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            MediaType.of(bytes);
        }
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

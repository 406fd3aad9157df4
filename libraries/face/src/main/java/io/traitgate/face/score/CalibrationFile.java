package io.traitgate.face.score;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Reads and writes calibrations as JSON. */
public final class CalibrationFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CalibrationFile() {}

    /**
     * Reads a calibration.
     *
     * @throws IOException when it is unreadable or breaks a rule of {@link Calibration}
     */
    public static Calibration read(InputStream stream) throws IOException {
        return JSON.readValue(stream, Calibration.class);
    }

    /** Writes a calibration for people to read; the stream stays open. */
    public static void write(Calibration calibration, OutputStream stream) throws IOException {
        var printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        stream.write(JSON.writer(printer).writeValueAsBytes(calibration));
        stream.write('\n');
    }
}

package io.traitgate.face.score;

import com.fasterxml.jackson.core.JsonProcessingException;
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

    /** What is wrong with a file that could not be read, in a line and without the place in the program. */
    public static String reason(IOException failure) {
        if (failure.getCause() instanceof IllegalArgumentException rule) {
            return String.valueOf(rule.getMessage());
        }
        return failure instanceof JsonProcessingException json ? json.getOriginalMessage() : failure.toString();
    }

    /** Writes a calibration for people to read; the stream stays open. */
    public static void write(Calibration calibration, OutputStream stream) throws IOException {
        var printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        stream.write(JSON.writer(printer).writeValueAsBytes(calibration));
        stream.write('\n');
    }
}

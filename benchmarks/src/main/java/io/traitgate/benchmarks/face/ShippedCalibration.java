package io.traitgate.benchmarks.face;

import io.traitgate.face.embedding.EmbedderChoice;
import io.traitgate.face.score.Calibration;
import io.traitgate.face.score.CalibrationFile;
import java.io.FileNotFoundException;
import java.io.IOException;

/** The calibrations on the class path. */
final class ShippedCalibration {
    private ShippedCalibration() {}

    static Calibration of(EmbedderChoice choice) throws IOException {
        try (var stream = ShippedCalibration.class.getClassLoader().getResourceAsStream(choice.calibration())) {
            if (stream == null) {
                throw new FileNotFoundException(choice.calibration());
            }
            return CalibrationFile.read(stream);
        }
    }
}

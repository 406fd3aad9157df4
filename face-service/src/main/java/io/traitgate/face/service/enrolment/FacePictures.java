package io.traitgate.face.service.enrolment;

import io.traitgate.face.sample.FaceSampleCodec;
import io.traitgate.media.RgbImage;
import io.traitgate.modality.enrolment.SampleView;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Samples as pictures, for the people they are of. */
final class FacePictures implements SampleView {

    private static final int BYTES_A_PIXEL = 3;

    @Override
    public String mediaType() {
        return "image/png";
    }

    @Override
    public byte[] view(byte[] encoded) {
        RgbImage image = FaceSampleCodec.decode(encoded).image();
        byte[] rgb = image.rgb();
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < image.width() * image.height(); pixel++) {
            int at = pixel * BYTES_A_PIXEL;
            picture.setRGB(
                    pixel % image.width(),
                    pixel / image.width(),
                    Byte.toUnsignedInt(rgb[at]) << 16
                            | Byte.toUnsignedInt(rgb[at + 1]) << 8
                            | Byte.toUnsignedInt(rgb[at + 2]));
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}

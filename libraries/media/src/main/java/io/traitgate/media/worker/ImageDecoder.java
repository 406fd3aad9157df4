package io.traitgate.media.worker;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PNG;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;

import io.traitgate.media.MediaType;
import io.traitgate.media.RgbImage;
import io.traitgate.media.protocol.DecodeTask.ImageTask;
import io.traitgate.media.protocol.Refusal;
import io.traitgate.media.protocol.Reply.Image;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Still pictures: the structure is checked first, then the whole picture goes to the decoder as one packet. */
final class ImageDecoder {

    /** @throws RefusedException if the image is not whole, too large, or in a coding that is not read */
    Image decode(ImageTask task) {
        var picture = task.type() == MediaType.JPEG ? JpegFile.read(task.bytes()) : PngFile.read(task.bytes());
        if (picture.pixels() > task.maxPixels()) {
            throw new RefusedException(Refusal.MALFORMED_IMAGE);
        }
        var image = picture.orientation().apply(pixels(task, picture));
        var swaps = picture.orientation().swapsAxes();
        var width = swaps ? picture.height() : picture.width();
        var height = swaps ? picture.width() : picture.height();
        return new Image(image, width, height);
    }

    private static RgbImage pixels(ImageTask task, EncodedPicture picture) {
        var codec = task.type() == MediaType.JPEG ? AV_CODEC_ID_MJPEG : AV_CODEC_ID_PNG;
        var packet = av_packet_alloc();
        try (var decoder = FrameDecoder.strict(codec, task.maxPixels());
                var converter = new PixelConverter()) {
            fill(packet, picture.bytes());
            if (!decoder.send(packet)) {
                throw ByteScanner.malformed();
            }
            decoder.send(null);
            var frame = decoder.receive();
            if (frame == null || frame.width() != picture.width() || frame.height() != picture.height()) {
                throw ByteScanner.malformed();
            }
            return converter.convert(frame, task.longestSide());
        } finally {
            av_packet_free(packet);
        }
    }

    private static void fill(AVPacket packet, byte[] bytes) {
        if (av_new_packet(packet, bytes.length) < 0) {
            throw new RefusedException(Refusal.OUT_OF_MEMORY);
        }
        packet.data().put(bytes, 0, bytes.length);
    }
}

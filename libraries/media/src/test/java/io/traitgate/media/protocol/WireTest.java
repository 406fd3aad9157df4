package io.traitgate.media.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traitgate.media.MediaType;
import io.traitgate.media.RgbImage;
import io.traitgate.media.protocol.DecodeTask.ImageTask;
import io.traitgate.media.protocol.DecodeTask.VideoTask;
import io.traitgate.media.protocol.Reply.Frame;
import io.traitgate.media.protocol.Reply.Image;
import io.traitgate.media.protocol.Reply.Refused;
import io.traitgate.media.protocol.Reply.VideoEnd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class WireTest {
    private static final byte[] BYTES = {1, 2, 3};

    @Test
    void tasksArriveAsTheyWereSent() throws IOException {
        for (var task : new DecodeTask[] {
            new ImageTask(MediaType.PNG, 1600, 12_000_000, BYTES),
            new VideoTask(MediaType.MATROSKA, 640, 4_000_000, 30, 4_000, 1_500, BYTES)
        }) {
            var sent = new ByteArrayOutputStream();
            Wire.write(new DataOutputStream(sent), task);
            assertThat(Wire.readTask(input(sent.toByteArray())))
                    .usingRecursiveComparison()
                    .isEqualTo(task);
        }
    }

    @Test
    void repliesArriveAsTheyWereSent() throws IOException {
        var pixels = new RgbImage(2, 1, new byte[] {1, 2, 3, 4, 5, 6});
        for (var reply : new Reply[] {
            new Reply.Ready(), new Image(pixels, 20, 10), new Frame(pixels, 40_000), new VideoEnd(2_000_000, 50, true)
        }) {
            assertThat(received(reply, 2)).usingRecursiveComparison().isEqualTo(reply);
        }
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void refusalsArriveAsTheyWereSent(Refusal reason) throws IOException {
        assertThat(received(new Refused(reason), 1)).isEqualTo(new Refused(reason));
    }

    @Test
    void picturesLargerThanAskedForOrThanTheirSourceAreRefused() {
        var pixels = new RgbImage(2, 1, new byte[6]);
        assertThatThrownBy(() -> received(new Image(pixels, 2, 1), 1)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> received(new Frame(pixels, 0), 1)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> received(new Image(pixels, 1, 1), 2)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> received(new Frame(pixels, -1), 2)).isInstanceOf(IOException.class);
    }

    @Test
    void randomRepliesFailAsInputAndAllocateNothingLarge() {
        var random = new Random(7);
        for (var i = 0; i < 100_000; i++) {
            var bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            if (bytes.length > 4) {
                bytes[4] = (byte) (16 + random.nextInt(6));
            }
            try {
                assertThat(Wire.readReply(input(bytes), 100)).isNotInstanceOf(Image.class);
            } catch (IOException e) {
                assertThat(e).isNotNull();
            }
        }
    }

    private static Reply received(Reply reply, int longestSide) throws IOException {
        var sent = new ByteArrayOutputStream();
        Wire.write(new DataOutputStream(sent), reply);
        return Wire.readReply(input(sent.toByteArray()), longestSide);
    }

    private static DataInputStream input(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}

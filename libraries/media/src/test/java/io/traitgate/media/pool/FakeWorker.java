package io.traitgate.media.pool;

import io.traitgate.media.RgbImage;
import io.traitgate.media.protocol.Reply.Frame;
import io.traitgate.media.protocol.Reply.Image;
import io.traitgate.media.protocol.Reply.Ready;
import io.traitgate.media.protocol.Reply.VideoEnd;
import io.traitgate.media.protocol.Wire;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** A worker as an attacker would have it: it says that it is ready and then behaves as its argument names. */
final class FakeWorker {
    private FakeWorker() {}

    static WorkerLauncher behaving(String how) {
        return () -> new ProcessBuilder(List.of(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx32m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeWorker.class.getName(),
                        how))
                .start();
    }

    public static void main(String[] arguments) throws Exception {
        var in = new DataInputStream(System.in);
        var out = new DataOutputStream(System.out);
        if (arguments[0].equals("does not start")) {
            System.err.println("no such library");
            System.exit(3);
        }
        Wire.write(out, new Ready());
        Wire.readTask(in);
        behave(arguments[0], out);
        Thread.sleep(60_000);
    }

    private static void behave(String how, DataOutputStream out) throws IOException {
        switch (how) {
            case "hangs" -> {}
            case "dies" -> Runtime.getRuntime().halt(134);
            case "talks nonsense" -> out.write(new byte[] {0, 0, 0, 2, 99, 99});
            case "sends too large a picture" -> Wire.write(out, new Image(picture(101), 101, 101));
            case "claims two gigabytes" -> {
                out.writeInt(Integer.MAX_VALUE);
                out.writeByte(17);
                for (var field : new int[] {100, 100, 26_754, 26_754}) {
                    out.writeInt(field);
                }
            }
            case "sends frames for an image" -> Wire.write(out, new Frame(picture(1), 0));
            case "sends frames without end" -> {
                while (true) {
                    Wire.write(out, new Frame(picture(1), 0));
                }
            }
            case "ends a video without frames" -> Wire.write(out, new VideoEnd(1, 1, false));
            case "is ready again" -> Wire.write(out, new Ready());
            default -> throw new IllegalArgumentException(how);
        }
        out.flush();
    }

    private static RgbImage picture(int side) {
        return new RgbImage(side, side, new byte[side * side * 3]);
    }
}

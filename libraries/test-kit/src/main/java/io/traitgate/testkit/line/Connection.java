package io.traitgate.testkit.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * One connection over a {@link Line}: both of its halves, from the caller to the process and back. Over one that has lost
 * something even its end is lost, so that the caller has to find out by itself.
 */
final class Connection {
    private static final int BLOCK = 16 * 1024;

    private final Line line;
    private final Socket caller;
    private final Socket callee = new Socket();
    private volatile boolean lossy;

    Connection(Line line, Socket caller) {
        this.line = line;
        this.caller = caller;
    }

    /** Passes on until either end hangs up, which the other is then told. */
    void run(InetSocketAddress target) {
        try {
            callee.connect(target);
            Thread back = Thread.ofVirtual().start(() -> pass(callee, caller));
            pass(caller, callee);
            back.join();
        } catch (IOException nobodyListens) {
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end();
        }
    }

    void end() {
        line.ended(this);
        close(caller);
        close(callee);
    }

    private void pass(Socket from, Socket to) {
        byte[] block = new byte[BLOCK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(block); length >= 0; length = in.read(block)) {
                lossy |= line.state() == LineState.SILENT;
                if (!lossy) {
                    out.write(block, 0, length);
                }
            }
        } catch (IOException e) {
            // One side hung up in the middle, which is an end like any other.
            lossy |= line.state() == LineState.SILENT;
        }
        if (from == caller || !lossy) {
            end();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

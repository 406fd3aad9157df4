package io.traitgate.local.stores;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;

/**
 * Free ports for test runs that go on side by side. They are drawn at random from below the range that systems use for
 * outgoing connections (from 32768 on Linux), so that two runs that look at the same time hardly ever draw the same one.
 */
public final class FreePort {
    private static final int LOWEST = 20_000;
    private static final int COUNT = 12_000;
    private static final int CONNECT_MILLIS = 200;
    private static final int TRIES = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private FreePort() {}

    /** A port of the loopback interface on which nobody listens now. */
    public static int find() {
        for (int i = 0; i < TRIES; i++) {
            int port = LOWEST + RANDOM.nextInt(COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new StoreException("no free port found between " + LOWEST + " and " + (LOWEST + COUNT));
    }

    /** Whether the loopback port can be listened on, and nobody answers there on behalf of all interfaces. */
    public static boolean isFree(int port) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
        } catch (IOException e) {
            return false;
        }
        // Some systems let a program have the loopback address of a port that another has on all interfaces.
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MILLIS);
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}

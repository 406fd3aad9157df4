package io.traitgate.face.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line to a store that a test can cut and mend. A test and its profile are loaded by different class loaders, so they
 * meet in a system property.
 */
final class CutLine {

    private static final String PROPERTY = "traitgate.test.line.";
    private static final String CUT = "cut";

    private final String name;
    private final InetSocketAddress store;
    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    CutLine(String name, String host, int port) {
        this.name = name;
        try {
            this.store = new InetSocketAddress(host, port);
            this.entrance = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::accept);
        Thread.ofPlatform().daemon().start(this::watch);
    }

    /** Cuts the line of this name, and everything that runs over it. */
    static void cut(String name) {
        System.setProperty(PROPERTY + name, CUT);
    }

    static void mend(String name) {
        System.clearProperty(PROPERTY + name);
    }

    int port() {
        return entrance.getLocalPort();
    }

    private boolean isCut() {
        return CUT.equals(System.getProperty(PROPERTY + name));
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(10);
                if (isCut()) {
                    open.forEach(CutLine::close);
                    open.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = entrance.accept();
                if (isCut()) {
                    close(caller);
                } else {
                    connect(caller);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void connect(Socket caller) throws IOException {
        Socket callee = new Socket();
        callee.connect(store);
        open.add(caller);
        open.add(callee);
        pump(caller, callee);
        pump(callee, caller);
    }

    private void pump(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                in.transferTo(out);
            } catch (IOException e) {
                // Either end hung up, which the other one is told below.
            } finally {
                close(from);
                close(to);
            }
        });
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

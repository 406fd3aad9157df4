package io.traitgate.testkit.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP line to a process of this machine, with an entrance of its own, that a test can cut, silence and mend. A Quarkus test
 * and its profile are loaded by different class loaders, so a line's state is a system property, found by its name.
 */
public final class Line implements AutoCloseable {
    private static final String PROPERTY = "traitgate.test.line.";
    private static final long LOOK_AGAIN_MILLIS = 10;

    private final String name;
    private final InetSocketAddress target;
    private final ServerSocket entrance;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    /**
     * An open line.
     *
     * @param name lines of this JVM that have the same name are cut, silenced and mended together
     * @param host of the process
     * @param port of the process, which need not run yet
     */
    public Line(String name, String host, int port) {
        this.name = name;
        try {
            this.target = new InetSocketAddress(InetAddress.getByName(host), port);
            this.entrance = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        put(name, LineState.OPEN);
        Thread.ofPlatform().daemon().name("line-" + name).start(this::accept);
        Thread.ofPlatform().daemon().name("line-" + name + "-state").start(this::watch);
    }

    /** Puts the line of this name into a state, at the latest after some ten milliseconds. */
    public static void put(String name, LineState state) {
        System.setProperty(PROPERTY + name, state.name());
    }

    /** The port of the loopback interface at which the line begins. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** Ends the line and everything that runs over it. */
    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(Connection::end);
    }

    LineState state() {
        return LineState.valueOf(System.getProperty(PROPERTY + name, LineState.OPEN.name()));
    }

    void ended(Connection connection) {
        open.remove(connection);
    }

    private void watch() {
        try {
            while (!entrance.isClosed()) {
                Thread.sleep(LOOK_AGAIN_MILLIS);
                if (state() == LineState.CUT) {
                    open.forEach(Connection::end);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket caller = entrance.accept();
                // What ends by our hand ends at once for the other side, not when it has read everything.
                caller.setOption(StandardSocketOptions.SO_LINGER, 0);
                if (state() == LineState.CUT) {
                    caller.close();
                } else {
                    Connection connection = new Connection(this, caller);
                    open.add(connection);
                    Thread.ofVirtual().start(() -> connection.run(target));
                }
            } catch (IOException e) {
                // The caller has gone already, or the line is being closed, which ends the loop.
                continue;
            }
        }
    }
}

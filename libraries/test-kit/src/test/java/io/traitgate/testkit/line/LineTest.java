package io.traitgate.testkit.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LineTest {
    private static final String NAME = "line-test";
    private static final int PATIENCE_MILLIS = 500;

    private ServerSocket echo;
    private Line line;

    @BeforeEach
    void begin() throws IOException {
        echo = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answer);
        line = new Line(NAME, "127.0.0.1", echo.getLocalPort());
    }

    @AfterEach
    void end() throws IOException {
        line.close();
        echo.close();
    }

    @Test
    void anOpenLinePassesEverythingOn() throws IOException {
        try (Socket caller = call()) {
            assertThat(echoOf(caller, 7)).isEqualTo(7);
        }
    }

    @Test
    void aCutEndsConnectionsAndAMendedLineTakesNewOnes() throws IOException {
        try (Socket caller = call()) {
            echoOf(caller, 7);

            Line.put(NAME, LineState.CUT);

            assertThat(endOf(caller)).isTrue();
        }
        Line.put(NAME, LineState.OPEN);
        try (Socket caller = call()) {
            assertThat(echoOf(caller, 8)).isEqualTo(8);
        }
    }

    @Test
    void whatWasSentInSilenceIsLostForGood() throws IOException {
        try (Socket caller = call();
                Socket other = call()) {
            echoOf(caller, 7);
            echoOf(other, 7);
            Line.put(NAME, LineState.SILENT);
            assertThatThrownBy(() -> echoOf(caller, 8)).isInstanceOf(SocketTimeoutException.class);

            Line.put(NAME, LineState.OPEN);

            assertThatThrownBy(() -> echoOf(caller, 9)).isInstanceOf(SocketTimeoutException.class);
            assertThat(echoOf(other, 9)).isEqualTo(9);
        }
    }

    private Socket call() throws IOException {
        Socket caller = new Socket(InetAddress.getLoopbackAddress(), line.port());
        caller.setSoTimeout(PATIENCE_MILLIS);
        return caller;
    }

    private static int echoOf(Socket caller, int value) throws IOException {
        caller.getOutputStream().write(value);
        return caller.getInputStream().read();
    }

    private static boolean endOf(Socket caller) throws IOException {
        try {
            return caller.getInputStream().read() < 0;
        } catch (SocketTimeoutException late) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    private void answer() {
        try {
            while (true) {
                Socket caller = echo.accept();
                Thread.ofVirtual().start(() -> {
                    try (caller) {
                        caller.getInputStream().transferTo(caller.getOutputStream());
                    } catch (IOException e) {
                        // The line was cut.
                    }
                });
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }
}

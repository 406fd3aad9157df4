package io.traitgate.gateway;

import io.traitgate.contract.http.Headers;
import io.traitgate.contract.signature.RequestSigner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection on which bytes are written as a test wants them, for what no HTTP library would send. */
final class RawConnection implements AutoCloseable {

    private final Socket socket;

    RawConnection(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(20_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The head of a signed request, without its last empty line. */
    static String head(String path, byte[] body) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost:443\r\n" + Headers.API_KEY + ": " + PublicPort.KEY
                + "\r\n" + Headers.API_SIGNATURE + ": " + RequestSigner.sign(PublicPort.SECRET, "POST", path, body)
                + "\r\n";
    }

    RawConnection write(String text) {
        return write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawConnection write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one answer: its head, and a body of the length that the head names. */
    String read() {
        try {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            InputStream in = socket.getInputStream();
            while (!answer.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    return answer.toString(StandardCharsets.ISO_8859_1);
                }
                answer.write(next);
            }
            String head = answer.toString(StandardCharsets.ISO_8859_1);
            return head + new String(in.readNBytes(length(head)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads until the text that came ends like this. */
    String readUntil(String end) {
        try {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            while (!text.toString(StandardCharsets.UTF_8).endsWith(end)) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    break;
                }
                text.write(next);
            }
            return text.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the server closes the connection without writing more. */
    boolean isClosed() {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    private static int length(String head) {
        for (String line : head.split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                return Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return 0;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

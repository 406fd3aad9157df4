package io.traitgate.local.stores;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One command to Redis, and its answer as one line. */
final class RedisCall {
    private RedisCall() {}

    static String call(URI address, String command) throws IOException {
        String password = address.getUserInfo().substring(1);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream()
                    .write(("AUTH " + password + "\r\n" + command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String authenticated = reader.readLine();
            if (!"+OK".equals(authenticated)) {
                throw new IOException(authenticated);
            }
            return answer(reader);
        }
    }

    private static String answer(BufferedReader reader) throws IOException {
        String head = reader.readLine();
        return switch (head.charAt(0)) {
            case '*' -> {
                List<String> parts = new ArrayList<>();
                for (int left = Integer.parseInt(head.substring(1)); left > 0; left--) {
                    parts.add(answer(reader));
                }
                yield String.join(" ", parts);
            }
            case '$' -> reader.readLine();
            default -> head;
        };
    }
}

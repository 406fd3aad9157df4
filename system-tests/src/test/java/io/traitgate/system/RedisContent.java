package io.traitgate.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All keys of Redis with what they hold, read past every service. Bytes are told as characters of ISO 8859-1. */
final class RedisContent {
    private final Socket socket;
    private final InputStream in;

    private RedisContent(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Content by key. */
    static Map<String, String> read(int port, String password) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            RedisContent redis = new RedisContent(socket);
            redis.ask("AUTH", password);
            Map<String, String> content = new TreeMap<>();
            for (String key : redis.ask("KEYS", "*")) {
                content.put(key, String.join("\n", redis.content(key)));
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> content(String key) throws IOException {
        return switch (ask("TYPE", key).getFirst()) {
            case "hash" -> ask("HGETALL", key);
            case "zset" -> ask("ZRANGE", key, "0", "-1");
            case "string" -> ask("GET", key);
            case "none" -> List.of();
            case String other -> throw new IllegalStateException("A key of type " + other);
        };
    }

    private List<String> ask(String... words) throws IOException {
        String request = List.of(words).stream()
                .map(word -> "$" + word.length() + "\r\n" + word + "\r\n")
                .collect(Collectors.joining("", "*" + words.length + "\r\n", ""));
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        return answer();
    }

    private List<String> answer() throws IOException {
        String head = line();
        String rest = head.substring(1);
        return switch (head.charAt(0)) {
            case '+', ':' -> List.of(rest);
            case '$' -> bulk(Integer.parseInt(rest));
            case '*' -> {
                List<String> all = new ArrayList<>();
                for (int i = 0; i < Integer.parseInt(rest); i++) {
                    all.addAll(answer());
                }
                yield all;
            }
            default -> throw new IOException("Redis says " + head);
        };
    }

    private List<String> bulk(int length) throws IOException {
        if (length < 0) {
            return List.of();
        }
        String text = new String(in.readNBytes(length), ISO_8859_1);
        in.skipNBytes(2);
        return List.of(text);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\r'; next = in.read()) {
            if (next < 0) {
                throw new IOException("Redis hung up");
            }
            line.append((char) next);
        }
        in.skipNBytes(1);
        return line.toString();
    }
}

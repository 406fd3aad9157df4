package io.traitgate.modality.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.traitgate.modality.store.StoreFailure;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Lua script of the class path, run by its digest: Redis gets the text only when it does not know it yet.
 *
 * <p>A script is how several keys of a person change together or not at all. All its keys must carry the same hash tag.
 */
public final class RedisScript {

    private final RedisAPI redis;
    private final String text;
    private final String digest;

    private RedisScript(RedisAPI redis, String text) {
        this.redis = redis;
        this.text = text;
        this.digest = sha1(text);
    }

    /**
     * Reads the script from the folder {@code redis} of the class path.
     *
     * @param names file names without folder; of several, the first ones hold what the last one shares with others
     */
    public static RedisScript load(RedisAPI redis, String... names) {
        return new RedisScript(
                redis, Arrays.stream(names).map(RedisScript::read).collect(Collectors.joining("\n")));
    }

    private static String read(String name) {
        try (InputStream in = RedisScript.class.getResourceAsStream("/redis/" + name)) {
            if (in == null) {
                throw new IllegalStateException("Script missing from the class path: redis/" + name);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs the script atomically.
     *
     * @return what the script returned; {@code null} for nil. Fails with 503/120 when Redis does not answer.
     */
    public Uni<Response> run(List<String> keys, List<String> arguments) {
        return StoreFailure.guardRedis(redis.evalsha(call(digest, keys, arguments))
                .onFailure(RedisScript::isUnknown)
                .recoverWithUni(() -> redis.eval(call(text, keys, arguments))));
    }

    private static List<String> call(String script, List<String> keys, List<String> arguments) {
        List<String> call = new ArrayList<>(keys.size() + arguments.size() + 2);
        call.add(script);
        call.add(Integer.toString(keys.size()));
        call.addAll(keys);
        call.addAll(arguments);
        return call;
    }

    private static boolean isUnknown(Throwable failure) {
        String message = failure.getMessage();
        return message != null && message.startsWith("NOSCRIPT");
    }

    /** The digest Redis itself names scripts by; nothing here depends on its strength. */
    private static String sha1(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

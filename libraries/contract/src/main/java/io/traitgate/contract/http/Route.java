package io.traitgate.contract.http;

import io.traitgate.contract.Permission;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every path of the API: all take POST only. */
public enum Route {
    SESSIONS("/v1/sessions", ServiceName.SESSION, Limits.SMALL, null),
    FACE_TOKEN("/v1/face/token", ServiceName.FACE, Limits.SMALL, null),
    FACE_ENROL("/v1/face/enroll", ServiceName.FACE, Limits.MEDIA, Permission.ENROL),
    FACE_AUTH("/v1/face/auth", ServiceName.FACE, Limits.MEDIA, Permission.AUTH),
    FACE_COMPARE("/v1/face/compare", ServiceName.FACE, Limits.MEDIA, Permission.COMPARE),
    FACE_DELETE("/v1/face/delete", ServiceName.FACE, Limits.SMALL, Permission.MANAGE),
    VOICE_TOKEN("/v1/voice/token", ServiceName.VOICE, Limits.SMALL, null),
    VOICE_ENROL("/v1/voice/enroll", ServiceName.VOICE, Limits.MEDIA, Permission.ENROL),
    VOICE_AUTH("/v1/voice/auth", ServiceName.VOICE, Limits.MEDIA, Permission.AUTH),
    VOICE_DELETE("/v1/voice/delete", ServiceName.VOICE, Limits.SMALL, Permission.MANAGE),
    BEHAVIOURAL("/v1/behavioural", ServiceName.BEHAVIOUR, Limits.BATCH, Permission.BEHAVIOURAL),
    BEHAVIOURAL_SUBMIT("/v1/behavioural/submit", ServiceName.ANOMALY, Limits.BATCH, Permission.BEHAVIOURAL),
    SCORE("/v1/score", ServiceName.ANOMALY, Limits.SMALL, Permission.SCORE);

    private static final Map<String, Route> BY_PATH =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Route::path, Function.identity()));

    private final String path;
    private final ServiceName service;
    private final int bodyLimit;
    private final @Nullable Permission permission;

    Route(String path, ServiceName service, int bodyLimit, @Nullable Permission permission) {
        this.path = path;
        this.service = service;
        this.bodyLimit = bodyLimit;
        this.permission = permission;
    }

    /** The canonical path: lower case, without a trailing slash. */
    public String path() {
        return path;
    }

    /** The service that answers. */
    public ServiceName service() {
        return service;
    }

    /** The largest body, in bytes. */
    public int bodyLimit() {
        return bodyLimit;
    }

    /** What the key must be allowed; empty where a valid key is enough. */
    public Optional<Permission> permission() {
        return Optional.ofNullable(permission);
    }

    /** The route of a decoded path: case does not matter, one trailing slash is tolerated. */
    public static Optional<Route> of(String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return Optional.ofNullable(BY_PATH.get(trimmed.toLowerCase(Locale.ROOT)));
    }

    /** Sizes in bytes; a nested class, since an enum's constants cannot see its own static fields. */
    private static final class Limits {
        static final int SMALL = 128 << 10;
        static final int MEDIA = 2 << 20;
        /** Clients send a failed batch again with the next one, so batches grow beyond any photo. */
        static final int BATCH = 8 << 20;
    }
}

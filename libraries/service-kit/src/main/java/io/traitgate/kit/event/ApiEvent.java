package io.traitgate.kit.event;

import io.traitgate.contract.Module;
import io.traitgate.contract.error.ApiException;
import io.traitgate.contract.error.ErrorItem;
import io.traitgate.keys.PersonId;
import io.traitgate.kit.request.SignedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the console is told about one call. It holds the score and the reasons behind an answer, so it leaves the service
 * only sealed to the console.
 *
 * @param v version of this form: 1
 * @param id UUIDv7
 * @param requestId of the call
 * @param application that called
 * @param time when the answer was known
 * @param route canonical path
 * @param module wire name of the module; null for calls of none, such as sessions
 * @param person keyed hash of the person; null where none is known
 * @param sealedUserId base64 of the user id as the session holds it, sealed to the console once more; null where none is
 *     known
 * @param status HTTP status of the answer
 * @param codes AimBrain codes of a refusal; empty for 200
 * @param items what became of each item of the request
 * @param answer the answer's fields; empty for a refusal. A session id or token in it is blank: it is of use to whoever
 *     reads it, and tells the operator nothing
 * @param reasons why, in words for the operator
 * @param models version of each model that took part, by role
 * @param timings milliseconds spent, by stage
 */
public record ApiEvent(
        int v,
        String id,
        String requestId,
        String application,
        Instant time,
        String route,
        @Nullable String module,
        @Nullable String person,
        @Nullable String sealedUserId,
        int status,
        List<Integer> codes,
        List<ItemOutcome> items,
        Map<String, Object> answer,
        List<String> reasons,
        Map<String, String> models,
        Map<String, Long> timings) {

    static final int VERSION = 1;

    private static final Set<String> SECRETS = Set.of("session", "token");

    public ApiEvent {
        codes = List.copyOf(codes);
        items = List.copyOf(items);
        answer = Map.copyOf(answer);
        reasons = List.copyOf(reasons);
        models = Map.copyOf(models);
        timings = Map.copyOf(timings);
    }

    @Override
    public String toString() {
        return "ApiEvent[" + id + ' ' + route + ' ' + status + ']';
    }

    /** Collects what is known about a call while it runs; for one thread at a time. */
    public static Draft about(SignedRequest request) {
        return about(
                request.requestId(), request.application(), request.caller().path());
    }

    /** The same for a call that never became a verified request. */
    public static Draft about(String requestId, String application, String route) {
        return new Draft(requestId, application, route);
    }

    /** An event in the making. */
    public static final class Draft {
        private final String requestId;
        private final String application;
        private final String route;
        private @Nullable String module;
        private @Nullable String person;
        private @Nullable String sealedUserId;
        private int status = 200;
        private List<Integer> codes = List.of();
        private Object answer = Map.of();
        private final List<ItemOutcome> items = new ArrayList<>();
        private final List<String> reasons = new ArrayList<>();
        private final Map<String, String> models = new LinkedHashMap<>();
        private final Map<String, Long> timings = new LinkedHashMap<>();

        private Draft(String requestId, String application, String route) {
            this.requestId = requestId;
            this.application = application;
            this.route = route;
        }

        public Draft module(Module module) {
            this.module = module.wireName();
            return this;
        }

        /** The person the call is about, and the user id as the session holds it: sealed to the console. */
        public Draft person(PersonId person, byte[] sealedUserId) {
            this.person = person.value();
            this.sealedUserId = Base64.getEncoder().encodeToString(sealedUserId);
            return this;
        }

        public Draft item(ItemOutcome item) {
            items.add(item);
            return this;
        }

        public Draft reason(String reason) {
            reasons.add(reason);
            return this;
        }

        public Draft model(String role, String version) {
            models.put(role, version);
            return this;
        }

        public Draft timing(String stage, Duration spent) {
            timings.put(stage, spent.toMillis());
            return this;
        }

        /** The call was answered with 200 and this record, which is not changed any more. */
        public Draft answered(Object answer) {
            this.answer = answer;
            return this;
        }

        /** The call was refused. */
        public Draft refused(ApiException refusal) {
            this.status = refusal.status();
            this.codes = refusal.errors().stream().map(ErrorItem::code).toList();
            return this;
        }

        String application() {
            return application;
        }

        Object answer() {
            return answer;
        }

        ApiEvent finish(UUID id, Instant time, Map<String, Object> answerFields) {
            return new ApiEvent(
                    VERSION,
                    id.toString(),
                    requestId,
                    application,
                    time,
                    route,
                    module,
                    person,
                    sealedUserId,
                    status,
                    codes,
                    items,
                    withoutSecrets(answerFields),
                    reasons,
                    models,
                    timings);
        }

        private static Map<String, Object> withoutSecrets(Map<String, Object> answer) {
            Map<String, Object> told = new LinkedHashMap<>(answer);
            SECRETS.forEach(field -> told.computeIfPresent(field, (name, secret) -> ""));
            return told;
        }
    }
}

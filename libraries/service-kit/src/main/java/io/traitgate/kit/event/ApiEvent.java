package io.traitgate.kit.event;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.Module;
import io.traitgate.contract.error.ApiException;
import io.traitgate.contract.error.ErrorItem;
import io.traitgate.keys.PersonId;
import io.traitgate.kit.request.SignedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * What the console is told about one call. It holds the score and the reasons behind an answer, so it leaves the service
 * only sealed to the console.
 *
 * @param v version of this form: 2; the console reads 1 too, which had whole milliseconds and none of what follows them
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
 * @param timings milliseconds spent, by stage, to a hundredth, in the order of the stages
 * @param storedAnswer whether the answer is that of an earlier call with the same bytes
 * @param budgetLeft failed attempts that the person has left in the module; null where none are counted
 * @param media what was sent, where the application keeps it
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
        Map<String, Double> timings,
        boolean storedAnswer,
        @Nullable Integer budgetLeft,
        List<EventMedia> media) {

    static final int VERSION = 2;

    private static final Set<String> SECRETS = Set.of("session", "token");

    public ApiEvent {
        codes = List.copyOf(codes);
        items = List.copyOf(items);
        answer = Map.copyOf(answer);
        reasons = List.copyOf(reasons);
        models = Map.copyOf(models);
        timings = Collections.unmodifiableMap(new LinkedHashMap<>(timings));
        media = media == null ? List.of() : List.copyOf(media);
    }

    /** The same event with other media. */
    public ApiEvent with(List<EventMedia> others) {
        return new ApiEvent(
                v,
                id,
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
                answer,
                reasons,
                models,
                timings,
                storedAnswer,
                budgetLeft,
                others);
    }

    @Override
    public String toString() {
        return "ApiEvent[" + id + ' ' + route + ' ' + status + ']';
    }

    /** Collects what is known about a call while it runs. */
    public static Draft about(SignedRequest request) {
        return about(
                request.requestId(), request.application(), request.caller().path());
    }

    /** The same for a call that never became a verified request. */
    public static Draft about(String requestId, String application, String route) {
        return new Draft(requestId, application, route);
    }

    /**
     * An event in the making. Several threads may write it at once: a call that ran out of time is told while a lane still
     * works for it, and what comes later than the telling is not told.
     */
    public static final class Draft {
        private static final double NANOS_PER_HUNDREDTH = 10_000.0;

        private final String requestId;
        private final String application;
        private final String route;
        private volatile @Nullable String module;
        private volatile @Nullable String person;
        private volatile @Nullable String sealedUserId;
        private volatile int status = 200;
        private volatile List<Integer> codes = List.of();
        private volatile Object answer = Map.of();
        private volatile boolean storedAnswer;
        private volatile @Nullable Integer budgetLeft;
        private volatile List<EventMedia> media = List.of();
        private final Queue<ItemOutcome> items = new ConcurrentLinkedQueue<>();
        private final Queue<String> reasons = new ConcurrentLinkedQueue<>();
        private final Map<String, String> models = new ConcurrentSkipListMap<>();
        private final Queue<Spent> timings = new ConcurrentLinkedQueue<>();

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

        /** Time spent in a stage; of a stage that is gone through several times, such as one an item, the sum is told. */
        public Draft timing(String stage, Duration spent) {
            timings.add(new Spent(stage, spent.toNanos()));
            return this;
        }

        /** The same work, with the time until its outcome noted as spent in a stage. */
        public <T> Uni<T> timed(String stage, Uni<T> work) {
            return Uni.createFrom().deferred(() -> {
                long begin = System.nanoTime();
                return work.onTermination().invoke(() -> timing(stage, Duration.ofNanos(System.nanoTime() - begin)));
            });
        }

        /** Whether the answer is that of an earlier call with the same bytes. */
        public Draft storedAnswer(boolean used) {
            this.storedAnswer = used;
            return this;
        }

        /** How many failed attempts the person has left in the module. */
        public Draft budgetLeft(int attempts) {
            this.budgetLeft = attempts;
            return this;
        }

        /** What was sent, as far as a record has room for it; only for an application that keeps it. */
        public Draft media(List<EventMedia> sent) {
            int room = EventMedia.ROOM;
            List<EventMedia> told = new ArrayList<>();
            for (EventMedia item : sent) {
                boolean fits = item.base64().length() <= room;
                told.add(fits ? item : EventMedia.withoutContent(item));
                room -= fits ? item.base64().length() : 0;
            }
            this.media = List.copyOf(told);
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

        Object answer() {
            return answer;
        }

        /** Memory that the media hold, in characters. */
        long mediaSize() {
            return media.stream().mapToLong(item -> item.base64().length()).sum();
        }

        void leaveMediaOut() {
            media = media.stream().map(EventMedia::withoutContent).toList();
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
                    List.copyOf(items),
                    withoutSecrets(answerFields),
                    List.copyOf(reasons),
                    models,
                    milliseconds(),
                    storedAnswer,
                    budgetLeft,
                    media);
        }

        private Map<String, Double> milliseconds() {
            Map<String, Long> nanos = new LinkedHashMap<>();
            timings.forEach(spent -> nanos.merge(spent.stage(), spent.nanos(), Long::sum));
            Map<String, Double> rounded = new LinkedHashMap<>();
            nanos.forEach((stage, spent) -> rounded.put(stage, Math.round(spent / NANOS_PER_HUNDREDTH) / 100.0));
            return rounded;
        }

        private static Map<String, Object> withoutSecrets(Map<String, Object> answer) {
            Map<String, Object> told = new LinkedHashMap<>(answer);
            SECRETS.forEach(field -> told.computeIfPresent(field, (name, secret) -> ""));
            return told;
        }

        private record Spent(String stage, long nanos) {}
    }
}

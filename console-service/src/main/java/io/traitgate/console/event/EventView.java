package io.traitgate.console.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.traitgate.kit.event.ApiEvent;
import io.traitgate.kit.event.EventMedia;
import io.traitgate.kit.event.ItemOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as the operator sees it; what is null or empty is left out.
 *
 * @param userId the clear user id, where the call was about a person
 * @param person the keyed hash of application and user id
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record EventView(
        String id,
        Instant time,
        String application,
        String requestId,
        String route,
        @Nullable String module,
        @Nullable String person,
        @Nullable String userId,
        int status,
        List<Integer> codes,
        List<ItemOutcome> items,
        Map<String, Object> answer,
        List<String> reasons,
        Map<String, String> models,
        Map<String, Double> timings,
        @Nullable Boolean storedAnswer,
        @Nullable Integer budgetLeft,
        List<KeptMedia> media) {

    static EventView of(ApiEvent event, @Nullable String userId) {
        return new EventView(
                event.id(),
                event.time(),
                event.application(),
                event.requestId(),
                event.route(),
                event.module(),
                event.person(),
                userId,
                event.status(),
                event.codes(),
                event.items(),
                event.answer(),
                event.reasons(),
                event.models(),
                event.timings(),
                event.storedAnswer() ? true : null,
                event.budgetLeft(),
                event.media().stream().map(KeptMedia::of).toList());
    }

    /**
     * Media that are kept of an item, to be had at {@code /admin/events/{id}/media}.
     *
     * @param leftOut characters of base64 that found no room; 0 if the item is there
     */
    record KeptMedia(String field, int index, int leftOut) {
        static KeptMedia of(EventMedia media) {
            return new KeptMedia(media.field(), media.index(), media.leftOut());
        }
    }

    /** Without the user id. */
    @Override
    public String toString() {
        return "EventView[id=" + id + ", route=" + route + ", status=" + status + "]";
    }
}

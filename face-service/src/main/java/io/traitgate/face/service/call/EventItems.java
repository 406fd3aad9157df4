package io.traitgate.face.service.call;

import io.traitgate.face.quality.QualityMeasures;
import io.traitgate.face.service.item.ItemResult;
import io.traitgate.face.service.item.Items;
import io.traitgate.kit.event.ApiEvent;
import io.traitgate.kit.event.ItemOutcome;
import org.jspecify.annotations.Nullable;

/** Writes down, for the console, what became of the items of a call. */
public final class EventItems {

    private EventItems() {}

    /** Adds the items of a field to the event. */
    public static void note(ApiEvent.Draft event, String field, Items items) {
        int index = 0;
        for (ItemResult result : items.results()) {
            switch (result) {
                case ItemResult.Accepted accepted -> {
                    event.item(new ItemOutcome(field, index, null));
                    measures(event, field, index, accepted.measures());
                }
                case ItemResult.Refused refused -> {
                    event.item(new ItemOutcome(field, index, refused.error().code()));
                    event.reason("%s[%d] %s".formatted(field, index, refused.error()));
                    measures(event, field, index, refused.measures());
                }
            }
            index++;
        }
    }

    private static void measures(ApiEvent.Draft event, String field, int index, @Nullable QualityMeasures measures) {
        if (measures != null) {
            event.reason("%s[%d] %s".formatted(field, index, measures.byName()));
        }
    }
}

package io.traitgate.face.service.call;

import io.traitgate.face.quality.FaceQuality;
import io.traitgate.face.quality.QualityMeasures;
import io.traitgate.face.service.item.ItemResult;
import io.traitgate.face.service.item.Items;
import io.traitgate.kit.event.ApiEvent;
import io.traitgate.kit.event.ItemOutcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down, for the console, what became of the items of a call. */
public final class EventItems {

    private EventItems() {}

    /** Adds the items of a field to the event. */
    public static void note(ApiEvent.Draft event, String field, Items items) {
        int index = 0;
        for (ItemResult result : items.results()) {
            switch (result) {
                case ItemResult.Accepted accepted ->
                    event.item(new ItemOutcome(field, index, null, null, measures(accepted.measures()), null));
                case ItemResult.Refused refused -> {
                    event.item(new ItemOutcome(
                            field,
                            index,
                            refused.error().code(),
                            refused.error().name(),
                            measures(refused.measures()),
                            failed(refused.gate())));
                    event.reason("%s[%d] %s".formatted(field, index, refused.error()));
                }
            }
            index++;
        }
    }

    private static Map<String, Double> measures(@Nullable QualityMeasures measures) {
        return measures == null ? Map.of() : measures.byName();
    }

    private static ItemOutcome.@Nullable Failed failed(FaceQuality.@Nullable Gate gate) {
        return gate == null ? null : new ItemOutcome.Failed(gate.measure(), gate.limit(), gate.least());
    }
}

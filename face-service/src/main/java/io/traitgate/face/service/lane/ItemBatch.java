package io.traitgate.face.service.lane;

import io.traitgate.face.service.item.ItemReader;
import io.traitgate.face.service.item.ItemResult;
import io.traitgate.face.service.item.ItemRules;
import io.traitgate.face.service.item.Items;
import io.traitgate.kit.request.Deadline;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the items of a field one after the other, as long as the call has time. */
@Singleton
public final class ItemBatch {

    /** Less than this is not worth beginning another item. */
    private static final Duration WORTHWHILE = Duration.ofMillis(50);

    private final ItemReader reader;

    ItemBatch(ItemReader reader) {
        this.reader = reader;
    }

    /** Reads the items on the current lane; fails with 500/170 when time runs out. */
    public Items read(List<@Nullable String> items, ItemRules rules, Deadline deadline) {
        List<ItemResult> results = new ArrayList<>(items.size());
        for (String item : items) {
            deadline.require(WORTHWHILE);
            results.add(reader.read(item, rules, deadline.left()));
        }
        return new Items(results);
    }
}

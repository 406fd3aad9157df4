package io.traitgate.inference.lane;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a piece of work consists of, as far as can be told before it is begun: how many pieces of which kind.
 *
 * @param pieces numbers of 1 and more
 */
public record Workload(Map<WorkKind, Integer> pieces) {

    public Workload {
        pieces = Map.copyOf(pieces);
    }

    /** One piece. */
    public static Workload of(WorkKind kind) {
        return new Workload(Map.of(kind, 1));
    }

    /** A piece of each of these kinds, which may repeat. */
    public static Workload of(List<WorkKind> kinds) {
        Map<WorkKind, Integer> pieces = new LinkedHashMap<>();
        kinds.forEach(kind -> pieces.merge(kind, 1, Integer::sum));
        return new Workload(pieces);
    }
}

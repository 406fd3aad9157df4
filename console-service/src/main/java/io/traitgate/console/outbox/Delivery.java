package io.traitgate.console.outbox;

import java.util.List;

/**
 * What became of the rows of one pass.
 *
 * @param offered how many rows there were
 * @param acknowledged the ids of those that the broker has
 */
record Delivery(int offered, List<Long> acknowledged) {

    boolean complete() {
        return acknowledged.size() == offered;
    }
}

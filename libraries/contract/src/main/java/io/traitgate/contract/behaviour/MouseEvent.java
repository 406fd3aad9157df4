package io.traitgate.contract.behaviour;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mouse on a page.
 *
 * @param t milliseconds since 1970
 * @param type 0 up, 1 down, 2 move
 * @param docx position on the page; 0 on sensitive elements
 * @param docy position on the page; 0 on sensitive elements
 * @param elx position in the element
 * @param ely position in the element
 * @param btn up and down only: 0 left, 1 middle, 2 right
 * @param no move only: moves since the last recorded one
 * @param ids elements from the touched one to the root
 */
public record MouseEvent(
        long t,
        int type,
        double docx,
        double docy,
        double elx,
        double ely,
        @Nullable Integer btn,
        @Nullable Integer no,
        List<String> ids) {

    public MouseEvent {
        ids = List.copyOf(ids);
    }
}

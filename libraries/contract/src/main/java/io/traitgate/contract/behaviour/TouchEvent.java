package io.traitgate.contract.behaviour;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finger on a screen.
 *
 * @param tid counts contacts
 * @param gid Android only, equal to {@code tid}
 * @param t milliseconds, since 1970 or since boot
 * @param p 0 began, 1 moved, 2 stationary, 3 ended, 4 cancelled
 * @param x absolute position; 0 on sensitive views
 * @param y absolute position; 0 on sensitive views
 * @param rx position in the view
 * @param ry position in the view
 * @param r size of the contact
 * @param f pressure or force
 * @param ids views from the touched one to the root
 */
public record TouchEvent(
        long tid,
        @Nullable Long gid,
        long t,
        int p,
        double x,
        double y,
        double rx,
        double ry,
        double r,
        double f,
        List<String> ids) {

    public TouchEvent {
        ids = List.copyOf(ids);
    }
}

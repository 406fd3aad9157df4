package io.traitgate.contract.behaviour;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/behavioural} and {@code POST /v1/behavioural/submit}: phones send the first three lists, browsers
 * the other two, any may be absent, and a batch without events is normal. The submit route takes any other JSON
 * object as well.
 */
public record BehaviouralRequest(
        String session,
        @Nullable List<TouchEvent> touches,
        @Nullable List<AccelerationEvent> accelerations,
        @Nullable List<TextEvent> textEvents,
        @Nullable List<MouseEvent> mouseEvents,
        @Nullable List<KeyEvent> keyUpDownEvents,
        @Nullable String metadata) {}

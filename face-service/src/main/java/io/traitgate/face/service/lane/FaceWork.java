package io.traitgate.face.service.lane;

import io.traitgate.inference.lane.WorkKind;
import io.traitgate.inference.lane.Workload;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What items are taken to be before they are looked at, so that the lanes can tell how long they will take. */
final class FaceWork {

    /** Of a service that has only just started and compiled nothing yet. */
    static final WorkKind PHOTO = new WorkKind("photo", Duration.ofMillis(200));

    static final WorkKind VIDEO = new WorkKind("video", Duration.ofSeconds(2));

    /** Embedding a sample of a template build. */
    static final WorkKind SAMPLE = new WorkKind("sample", Duration.ofMillis(100));

    /** How files of the admitted types of image begin, and what some clients write before them. */
    private static final List<String> STARTS_OF_PHOTOS = List.of("/9j/", "iVBORw0KGgo", "data:image/");

    private FaceWork() {}

    /** The work of these items, in base64. */
    static Workload of(List<@Nullable String> items) {
        return Workload.of(items.stream().map(FaceWork::kind).toList());
    }

    /** A guess: an item that is none of both is refused in no time. */
    private static WorkKind kind(@Nullable String item) {
        return item == null || STARTS_OF_PHOTOS.stream().anyMatch(item::startsWith) ? PHOTO : VIDEO;
    }
}

package io.traitgate.face.service.authentication;

import io.traitgate.face.score.FaceScorer.FaceScore;
import io.traitgate.face.service.item.Items;
import org.jspecify.annotations.Nullable;

/**
 * The items of a request, compared with the person's template.
 *
 * @param items all items, judged
 * @param score absent if no item can be used
 */
record Probe(Items items, @Nullable FaceScore score) {}

package io.traitgate.contract.score;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two documented answers in one: newer clients read {@code scores}, older ones {@code score} and {@code status}.
 *
 * @param metadata a string, a list of {@link MetadataEntry}, or absent: old iOS and Android clients crash on a list
 * @param scores one entry a model
 * @param score the last behavioural score of the session's user and device, 0 if there is none
 * @param status 0 enrolling, 1 enrolled
 */
public record ScoreAnswer(
        String session, @Nullable Object metadata, List<ModelScore> scores, double score, int status) {

    public ScoreAnswer {
        scores = List.copyOf(scores);
    }
}

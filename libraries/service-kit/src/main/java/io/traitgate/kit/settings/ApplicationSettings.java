package io.traitgate.kit.settings;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.contract.topic.Topic;
import io.traitgate.kit.topic.CompactedTopic;
import io.traitgate.kit.topic.CompactedTopics;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * The settings of applications, followed on topic {@code application-settings} and looked up in memory.
 *
 * <p>Not known is not the same as not set: before the topic was read to its end once, looking up is refused with 503/120,
 * so that no call is judged by a default that its application changed.
 */
@Singleton
public final class ApplicationSettings {
    private final FollowSettings follow;
    private final CompactedTopics topics;
    private final ObjectMapper json;
    private volatile @Nullable CompactedTopic<Settings> topic;

    ApplicationSettings(FollowSettings follow, CompactedTopics topics, ObjectMapper json) {
        this.follow = follow;
        this.topics = topics;
        this.json = json;
    }

    void start(@Observes StartupEvent event) {
        if (follow.follow()) {
            topic = topics.open(
                    Topic.APPLICATION_SETTINGS,
                    (application, value) ->
                            json.readValue(value, SettingsRecord.class).settings());
        }
    }

    /**
     * What is set for an application; everything has its default for one that set nothing.
     *
     * @throws ApiException 503/120 while the settings are not known yet
     */
    public Settings forApplication(String application) {
        CompactedTopic<Settings> followed = topic;
        if (followed == null) {
            if (follow.follow()) {
                throw new ApiException(ApiError.STORE_UNREACHABLE);
            }
            return Settings.NONE;
        }
        if (!followed.caughtUp()) {
            throw new ApiException(ApiError.STORE_UNREACHABLE);
        }
        return followed.get(application).orElse(Settings.NONE);
    }
}

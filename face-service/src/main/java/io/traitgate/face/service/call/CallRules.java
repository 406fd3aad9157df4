package io.traitgate.face.service.call;

import io.traitgate.face.FaceAnalyser.Sideways;
import io.traitgate.face.service.item.ItemRules;
import io.traitgate.kit.settings.ApplicationSettings;
import io.traitgate.kit.settings.Settings;
import io.traitgate.media.FaceMedia;
import io.traitgate.media.MediaLimits;
import io.traitgate.modality.session.ClientDevice;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * What an application has set for its calls.
 *
 * <ul>
 *   <li>{@code face.image.png}: whether PNG is taken, default true;
 *   <li>{@code face.image.sideways}: from whom a face that lies on its side is turned upright instead of being refused:
 *       {@code ios} (default; such clients lose the orientation of photos they scale down), {@code all} or {@code none};
 *   <li>{@code face.enroll.min}: how many photos or videos a template needs before it serves, 1 to 20, default 1.
 * </ul>
 */
@Singleton
public final class CallRules {

    private static final int MOST_SAMPLES = 20;

    private final ApplicationSettings settings;
    private final MediaLimits limits;

    CallRules(ApplicationSettings settings, MediaLimits limits) {
        this.settings = settings;
        this.limits = limits;
    }

    /** The rules for the items of a call from a device, where it is known. */
    public ItemRules items(String application, Optional<ClientDevice> client) {
        Settings set = settings.forApplication(application);
        boolean turned = switch (set.text("face.image.sideways", "ios")) {
            case "all" -> true;
            case "none" -> false;
            default -> client.filter(ClientDevice::isIos).isPresent();
        };
        return new ItemRules(
                new FaceMedia(limits, set.flag("face.image.png", true)), turned ? Sideways.TURN : Sideways.REFUSE);
    }

    /** How many samples an application's templates need. */
    public int minimumSamples(String application) {
        return Math.clamp(settings.forApplication(application).integer("face.enroll.min", 1), 1, MOST_SAMPLES);
    }
}

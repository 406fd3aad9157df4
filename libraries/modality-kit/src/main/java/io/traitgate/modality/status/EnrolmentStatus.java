package io.traitgate.modality.status;

import io.traitgate.contract.EnrolmentState;
import io.traitgate.modality.generation.TemplateVersion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Redis knows about a person in a module.
 *
 * @param version the newest template version; absent when Redis knows none, for instance after it was flushed
 * @param pending how many accepted records are not built yet
 */
public record EnrolmentStatus(@Nullable TemplateVersion version, int pending) {

    /** The newest template version, when Redis knows one. */
    public Optional<TemplateVersion> knownVersion() {
        return Optional.ofNullable(version);
    }

    /** While a template serves, the state stays enrolled, whatever is being built beside it. */
    public EnrolmentState state() {
        if (version != null && version.exists()) {
            return EnrolmentState.ENROLLED;
        }
        return pending > 0 ? EnrolmentState.BUILDING : EnrolmentState.NOT_ENROLLED;
    }
}

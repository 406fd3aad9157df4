package io.traitgate.modality.store;

import io.traitgate.kit.answer.StoreOutage;
import jakarta.inject.Singleton;

/** Tells outages of Redis and PostgreSQL for failures that no guard has caught. */
@Singleton
final class StoreOutages implements StoreOutage {

    StoreOutages() {}

    @Override
    public boolean matches(Throwable failure) {
        return StoreFailure.isUnreachable(failure);
    }
}

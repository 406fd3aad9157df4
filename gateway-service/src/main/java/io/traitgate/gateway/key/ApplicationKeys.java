package io.traitgate.gateway.key;

import java.util.Optional;

/** The key pairs known now; answers from memory. */
public interface ApplicationKeys {

    /**
     * The pair with exactly this API key, whether or not it is still valid.
     *
     * @throws io.traitgate.contract.error.ApiException 503/120 while the pairs are not known yet
     */
    Optional<ApplicationKey> find(String apiKey);
}

package io.traitgate.kit.keys;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the keysets of this service lie. */
@ConfigMapping(prefix = "traitgate.keys")
public interface KeysSettings {
    /** The private keysets of this service: a directory that no other service mounts. */
    Path directory();

    /** The public keys of all services. */
    Path bundle();
}

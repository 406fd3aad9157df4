package io.traitgate.console.admin;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the credential of the admin API comes from; one of the two must be set, the file is preferred. */
@ConfigMapping(prefix = "traitgate.admin")
public interface AdminConfig {

    /** A file which holds the bearer token and nothing else; white space around it is ignored. */
    Optional<Path> tokenFile();

    /** The bearer token itself, for installations which hand secrets over in the environment. */
    Optional<String> token();
}

package io.traitgate.local.stores;

import java.nio.file.Path;

/**
 * The folders of one set of stores.
 *
 * @param data one sub-folder a store
 * @param run records of running processes
 * @param logs one file a store
 * @param binaries unpacked programs, which several sets of stores may share
 */
public record StoreFolders(Path data, Path run, Path logs, Path binaries) {
    /** Everything below one folder, but for the binaries. */
    public static StoreFolders below(Path folder, Path binaries) {
        return new StoreFolders(folder.resolve("data"), folder.resolve("run"), folder.resolve("logs"), binaries);
    }
}

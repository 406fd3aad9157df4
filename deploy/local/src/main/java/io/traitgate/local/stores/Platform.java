package io.traitgate.local.stores;

import java.util.Locale;

/** The systems for which the artifacts hold binaries. Only the first is tried by our builds. */
enum Platform {
    LINUX_X86_64("postgres-linux-x86_64.txz", "redis-server-6.2.6-v5-linux-amd64"),
    LINUX_ARM64("postgres-linux-arm_64.txz", "redis-server-6.2.7-linux-arm64"),
    MACOS_ARM64("postgres-darwin-arm_64.txz", "redis-server-6.2.6-v5-darwin-arm64");

    private final String postgreSqlArchive;
    private final String redisBinary;

    Platform(String postgreSqlArchive, String redisBinary) {
        this.postgreSqlArchive = postgreSqlArchive;
        this.redisBinary = redisBinary;
    }

    static Platform current() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        boolean arm = processor.equals("aarch64");
        if (system.startsWith("linux") && (arm || processor.equals("amd64"))) {
            return arm ? LINUX_ARM64 : LINUX_X86_64;
        }
        if (system.startsWith("mac") && arm) {
            return MACOS_ARM64;
        }
        throw new StoreException("No binaries of PostgreSQL and Redis for " + system + " on " + processor
                + ". Name stores of your own with TRAITGATE_POSTGRESQL_HOST, TRAITGATE_REDIS_URL and"
                + " TRAITGATE_KAFKA_BOOTSTRAP_SERVERS.");
    }

    String postgreSqlArchive() {
        return postgreSqlArchive;
    }

    String redisBinary() {
        return redisBinary;
    }
}

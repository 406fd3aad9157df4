package io.traitgate.local.stores;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** All three stores, started side by side. */
public final class LocalStores implements AutoCloseable {
    private final PostgreSqlServer postgreSql;
    private final RedisServer redis;
    private final KafkaServer kafka;

    /** @param brokerJars folder with the broker's jars: {@code target/kafka} of this module */
    public LocalStores(StoreFolders folders, Path brokerJars, StorePorts ports, Durability durability) {
        Folders.createPrivate(folders.data());
        this.postgreSql = new PostgreSqlServer(folders, ports.postgreSql(), durability);
        this.redis = new RedisServer(folders, ports.redis(), durability);
        this.kafka = new KafkaServer(folders, brokerJars, KafkaPorts.direct(ports), Optional.empty());
    }

    /**
     * Starts the stores and returns when all of them answer. If one fails, the others are stopped again.
     *
     * @throws RuntimeException that of the first store that failed
     */
    public LocalStores start() throws InterruptedException {
        try (ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> starts = new ArrayList<>();
            for (StoreServer server : List.of(kafka, postgreSql, redis)) {
                starts.add(starters.submit(server::start));
            }
            for (Future<?> start : starts) {
                start.get();
            }
            return this;
        } catch (ExecutionException e) {
            close();
            throw e.getCause() instanceof RuntimeException cause ? cause : new StoreException("stores do not start", e);
        }
    }

    public PostgreSqlServer postgreSql() {
        return postgreSql;
    }

    public RedisServer redis() {
        return redis;
    }

    public KafkaServer kafka() {
        return kafka;
    }

    /** How to reach them, with the superuser of PostgreSQL. */
    public StoreAccess access() {
        return new StoreAccess(postgreSql.access(), redis.access(), kafka.access());
    }

    /** Stops the stores, side by side; those that do not run are left alone. */
    @Override
    public void close() {
        forEach(StoreServer::stop);
    }

    /** Ends the stores at once, for data that nobody needs any more. */
    public void discard() {
        forEach(StoreServer::discard);
    }

    private void forEach(Consumer<StoreServer> action) {
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (StoreServer server : List.of(kafka, redis, postgreSql)) {
                workers.execute(() -> action.accept(server));
            }
        }
    }
}

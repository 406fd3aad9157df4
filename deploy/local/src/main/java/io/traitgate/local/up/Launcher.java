package io.traitgate.local.up;

import io.traitgate.client.Credentials;
import io.traitgate.client.admin.AdminAccess;
import io.traitgate.client.admin.AdminClient;
import io.traitgate.keys.KeysetGenerator;
import io.traitgate.local.Home;
import io.traitgate.local.Ports;
import io.traitgate.local.demo.DemoApplication;
import io.traitgate.local.demo.PrivateFile;
import io.traitgate.local.demo.SignedCheck;
import io.traitgate.local.display.Display;
import io.traitgate.local.process.Startable;
import io.traitgate.local.process.StartsFromCache;
import io.traitgate.local.service.LocalService;
import io.traitgate.local.service.ServiceProcess;
import io.traitgate.local.stores.DatabaseSetup;
import io.traitgate.local.stores.RandomSecret;
import io.traitgate.local.stores.ServiceRoles;
import io.traitgate.local.stores.TopicSetup;
import io.traitgate.local.supervise.Phase;
import io.traitgate.local.supervise.RestartDelay;
import io.traitgate.local.supervise.StartFailedException;
import io.traitgate.local.supervise.StateBoard;
import io.traitgate.local.supervise.Supervisor;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Brings everything up in order, keeps it up, and takes it down in the reverse order. */
final class Launcher {
    private static final Duration CHECK_LIMIT = Duration.ofSeconds(60);
    private static final List<String> SERVICES = Arrays.stream(LocalService.values())
            .filter(LocalService::stores)
            .map(LocalService::serviceName)
            .toList();

    private final Home home;
    private final Ports ports;
    private final String host;
    private final StorePlan stores;
    private final StateBoard board;
    private final Display display;
    private final Detours detours;
    private final ReentrantLock lifecycle = new ReentrantLock();
    private final List<Supervisor> storeSupervisors = new ArrayList<>();
    private final List<Supervisor> serviceSupervisors = new ArrayList<>();
    private final List<ServiceProcess> services = new ArrayList<>();
    private boolean stopped;

    Launcher(
            Home home, Ports ports, String host, StorePlan stores, Detours detours, StateBoard board, Display display) {
        this.home = home;
        this.ports = ports;
        this.host = host;
        this.stores = stores;
        this.board = board;
        this.display = display;
        this.detours = detours;
    }

    /** Returns when a signed call has been answered. */
    void start() throws InterruptedException {
        board.changed(Phase.STARTING, "");
        KeysetGenerator.generate(home.keysets());
        supervise(stores.servers(), storeSupervisors);
        awaitAll(storeSupervisors);
        AdminAccess admin = adminAccess();
        ServiceEnvironment environment =
                new ServiceEnvironment(home, ports, host, stores, prepareStores(), admin.token(), detours);
        for (LocalService service : LocalService.values()) {
            services.add(new ServiceProcess(service, home, ports, environment.of(service)));
        }
        supervise(services, serviceSupervisors);
        awaitAll(serviceSupervisors);
        check(admin);
        completeStartupCaches();
        board.changed(Phase.READY, "");
    }

    /**
     * Writes the start-up caches that this start has recorded. A service stands still meanwhile, so nobody is told that it is
     * ready before.
     */
    private void completeStartupCaches() throws InterruptedException {
        List<StartsFromCache> recording = Stream.concat(stores.servers().stream(), services.stream())
                .filter(StartsFromCache.class::isInstance)
                .map(StartsFromCache.class::cast)
                .filter(StartsFromCache::recordsStartupCache)
                .toList();
        if (!recording.isEmpty()) {
            display.tell("  recording start-up caches, once for every build");
            eachAtOnce(recording, StartsFromCache::completeStartupCache);
        }
    }

    /** Stops the services, then the stores. Can be called at any time, from any thread; the second call waits for the first. */
    void stop() {
        lifecycle.lock();
        try {
            if (!stopped) {
                stopped = true;
                stopAll(serviceSupervisors);
                stopAll(storeSupervisors);
            }
        } finally {
            lifecycle.unlock();
        }
    }

    private ServiceRoles prepareStores() throws InterruptedException {
        CompletableFuture<ServiceRoles> roles = CompletableFuture.supplyAsync(
                () -> new DatabaseSetup(stores.postgreSql(), stores.database()).prepare(SERVICES));
        new TopicSetup(stores.kafka()).prepare();
        return roles.join();
    }

    /** The token is drawn on the first start; the address is that of this start. */
    private AdminAccess adminAccess() {
        PrivateFile<AdminAccess> file = new PrivateFile<>(home.console(), AdminAccess.class);
        String token = file.read().map(AdminAccess::token).orElseGet(RandomSecret::create);
        AdminAccess access = new AdminAccess(URI.create(board.state().console()), token);
        file.write(access);
        return access;
    }

    private void check(AdminAccess admin) throws InterruptedException {
        PrivateFile<Credentials> file = new PrivateFile<>(home.credentials(), Credentials.class);
        URI url = URI.create(board.state().url());
        Credentials credentials = file.read()
                .map(found -> new Credentials(url, found.apiKey(), found.secret()))
                .orElseGet(() -> new DemoApplication(new AdminClient(admin)).issue(url));
        file.write(credentials);
        new SignedCheck(credentials).await(CHECK_LIMIT);
    }

    private void supervise(Collection<? extends Startable> targets, List<Supervisor> supervisors) {
        lifecycle.lock();
        try {
            if (stopped) {
                throw new StartFailedException("stopped before everything was started");
            }
            for (Startable target : targets) {
                supervisors.add(new Supervisor(target, RestartDelay.DEFAULT, this::changed).start());
            }
        } finally {
            lifecycle.unlock();
        }
    }

    private void changed(String name, Phase phase, long pid, String detail) {
        board.processChanged(name, phase, pid);
        if (!detail.isEmpty()) {
            display.tell(detail);
        }
    }

    private static void awaitAll(List<Supervisor> supervisors) throws InterruptedException {
        for (Supervisor supervisor : supervisors) {
            try {
                supervisor.ready().get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof StartFailedException failed
                        ? failed
                        : new IllegalStateException(e.getCause());
            }
        }
    }

    /** All at once: the processes of one kind do not need each other to stop. */
    private static void stopAll(List<Supervisor> supervisors) {
        try {
            eachAtOnce(supervisors, Supervisor::stop);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> void eachAtOnce(List<T> items, Action<T> action) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (T item : items) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    action.on(item);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private interface Action<T> {
        void on(T item) throws InterruptedException;
    }
}

package io.traitgate.local.stores;

import io.traitgate.local.process.ChildHolder;
import io.traitgate.local.process.ChildProcess;
import io.traitgate.local.process.ProcessSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL on the loopback interface, reachable with a random superuser password that lies, readable to the owner only,
 * beside the data. Works as root and as an ordinary user.
 */
public final class PostgreSqlServer implements StoreServer {
    static final String SUPERUSER = "postgres";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_GRACE = Duration.ofSeconds(20);

    private final StoreFolders folders;
    private final int port;
    private final Durability durability;
    private final Unprivileged unprivileged = Unprivileged.detect();
    private final Path program;
    private final ChildHolder child = new ChildHolder();

    public PostgreSqlServer(StoreFolders folders, int port, Durability durability) {
        this.folders = folders;
        this.port = port;
        this.durability = durability;
        this.program = new Binaries(folders.binaries())
                .archive(Platform.current().postgreSqlArchive())
                .resolve("bin");
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public ChildProcess start() throws InterruptedException {
        unprivileged.letThrough(
                List.of(folders.binaries().resolve(".."), folders.data().resolve(".."), folders.data()), program);
        initialise();
        unprivileged.own(data());
        forgetDeadOwner();
        ProcessSpec spec = new ProcessSpec(
                name(),
                unprivileged.command(command()),
                data(),
                System.getenv(),
                log(),
                folders.run().resolve("postgresql"));
        return child.start(spec, started -> started.awaitReady(this::answers, START_LIMIT));
    }

    /** Ends open connections, which SIGTERM would wait for. */
    @Override
    public void stop() {
        stop("fast");
    }

    /** Not by SIGKILL, after which a segment of shared memory would be left behind. */
    @Override
    public void discard() {
        stop("immediate");
    }

    private void stop(String mode) {
        child.running().ifPresent(running -> {
            run("pg_ctl", "stop", "-D", data().toString(), "-m", mode, "-W", "-s");
            running.awaitEnd(STOP_GRACE);
        });
    }

    /** The superuser's way in, to the database {@code postgres}. */
    public PostgreSqlAccess access() {
        try {
            return new PostgreSqlAccess("127.0.0.1", port, "postgres", SUPERUSER, Files.readString(passwordFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the password of PostgreSQL", e);
        }
    }

    private Path log() {
        return folders.logs().resolve("postgresql.log");
    }

    private Path data() {
        return folders.data().resolve("postgresql").toAbsolutePath();
    }

    private Path passwordFile() {
        return folders.data().resolve("postgresql-password");
    }

    /** In a folder of another name first, so that an interrupted attempt is never taken for a data folder. */
    private void initialise() {
        if (Files.exists(data())) {
            return;
        }
        Path work = data().resolveSibling("postgresql-initialising");
        Folders.delete(work);
        Folders.createPrivate(work);
        Folders.writePrivate(passwordFile(), RandomSecret.create());
        unprivileged.own(work);
        unprivileged.own(passwordFile());
        int exit = run(
                "initdb",
                "--pgdata=" + work,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile().toAbsolutePath(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-sync");
        if (exit != 0) {
            throw new StoreException("PostgreSQL cannot make its data folder " + data() + "; see " + log());
        }
        try {
            Files.move(work, data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() {
        List<String> command =
                new ArrayList<>(List.of(program.resolve("postgres").toString(), "-D", data().toString()));
        Map<String, String> settings = Map.of(
                "listen_addresses", "127.0.0.1",
                "port", Integer.toString(port),
                "unix_socket_directories", "",
                "max_connections", "150",
                "shared_buffers", "32MB",
                "log_timezone", "UTC",
                "timezone", "UTC");
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        if (durability == Durability.NONE) {
            command.addAll(List.of("-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"));
        }
        return command;
    }

    /** After a crash the lock file may name a process id that belongs to another program by now; PostgreSQL would not start. */
    private void forgetDeadOwner() {
        Path lock = data().resolve("postmaster.pid");
        try {
            if (Files.exists(lock) && !ownedByPostgres(Files.readAllLines(lock))) {
                Files.delete(lock);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean ownedByPostgres(List<String> lock) {
        return !lock.isEmpty()
                && ProcessHandle.of(Long.parseLong(lock.getFirst().strip()))
                        .flatMap(owner -> owner.info().command())
                        .filter(command -> command.endsWith("/postgres"))
                        .isPresent();
    }

    private boolean answers() {
        PostgreSqlAccess access = access();
        Properties properties = new Properties();
        properties.put("user", access.username());
        properties.put("password", access.password());
        properties.put("loginTimeout", "2");
        try (Connection connection = DriverManager.getConnection(access.jdbcUrl(), properties)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private int run(String tool, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.resolve(tool).toString()));
        command.addAll(List.of(arguments));
        try {
            Files.createDirectories(folders.logs());
            Process run = new ProcessBuilder(unprivileged.command(command))
                    .directory(folders.data().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            if (!run.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                run.destroyForcibly();
                throw new StoreException(tool + " did not end");
            }
            return run.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + tool, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while waiting for " + tool, e);
        }
    }
}

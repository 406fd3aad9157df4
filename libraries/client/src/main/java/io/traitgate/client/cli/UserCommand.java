package io.traitgate.client.cli;

import io.traitgate.client.HttpExchanges;
import io.traitgate.client.TraitGateClient;
import io.traitgate.contract.session.SessionAnswer;
import picocli.CommandLine.Mixin;

/** A command for one user: it opens a session first, since a command line keeps none between two commands. */
abstract class UserCommand extends ClientCommand {
    @Mixin
    private ApiOptions api = new ApiOptions();

    @Mixin
    private UserOptions user = new UserOptions();

    UserCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /** The rest of the command, in the session that was opened. */
    abstract ExitCode run(Report report, User user);

    /** Reads what the command needs, before anything is called. */
    void prepare() {}

    @Override
    final ExitCode run(Report report, HttpExchanges exchanges) {
        prepare();
        TraitGateClient client = new TraitGateClient(api.credentials(surroundings()), exchanges);
        User who = new User(client, user, user.userId(api, surroundings()));
        who.openSession();
        return run(report, who);
    }

    /** A user with their latest session. */
    static final class User {
        private final TraitGateClient client;
        private final UserOptions options;
        private final String id;
        private SessionAnswer session = new SessionAnswer("", 0, 0, 0, null);

        User(TraitGateClient client, UserOptions options, String id) {
            this.client = client;
            this.options = options;
            this.id = id;
        }

        TraitGateClient client() {
            return client;
        }

        String id() {
            return id;
        }

        SessionAnswer session() {
            return session;
        }

        /** A new session, which is the only way to learn how the user stands now. */
        SessionAnswer openSession() {
            session = client.openSession(options.session(id));
            return session;
        }
    }
}

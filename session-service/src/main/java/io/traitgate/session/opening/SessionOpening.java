package io.traitgate.session.opening;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.session.SessionAnswer;
import io.traitgate.kit.erasure.ErasureReplay;
import io.traitgate.modality.session.SessionStore;
import io.traitgate.session.status.StatusReader;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Opens a session and says where its user stands. */
@Singleton
final class SessionOpening {

    private final SessionStore sessions;
    private final StatusReader statuses;
    private final ErasureReplay replay;

    @Inject
    SessionOpening(SessionStore sessions, StatusReader statuses, ErasureReplay replay) {
        this.sessions = sessions;
        this.statuses = statuses;
        this.replay = replay;
    }

    /** A new session for a user; others of the same user go on. Fails with 503/120 while a store is away. */
    Uni<SessionAnswer> open(SessionUser user, NewSession wanted) {
        return replay.await()
                .chain(() -> statuses.of(user.person(), wanted.client().device()))
                .chain(statuses -> sessions.open(user.person(), user.sealedUserId(), wanted.client())
                        .map(session -> new SessionAnswer(
                                session.id().text(),
                                statuses.face().number(),
                                statuses.voice().number(),
                                statuses.behaviour().number(),
                                wanted.metadata())));
    }
}

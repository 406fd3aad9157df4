package io.traitgate.face.service.call;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.Module;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.contract.http.Route;
import io.traitgate.face.FaceEngine;
import io.traitgate.kit.answer.Failures;
import io.traitgate.kit.event.ApiEvent;
import io.traitgate.kit.event.EventPublisher;
import io.traitgate.kit.request.SignedRequest;
import io.traitgate.modality.session.Session;
import io.traitgate.modality.session.SessionStore;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/** Runs calls so that each leaves its event, whatever becomes of it. */
@Singleton
public final class FaceCalls {

    private final SessionStore sessions;
    private final Failures failures;
    private final EventPublisher events;
    private final SentMedia media;
    private final FaceEngine engine;

    FaceCalls(SessionStore sessions, Failures failures, EventPublisher events, SentMedia media, FaceEngine engine) {
        this.sessions = sessions;
        this.failures = failures;
        this.events = events;
        this.media = media;
        this.engine = engine;
    }

    /**
     * Runs a call whose key is allowed the route.
     *
     * @param work makes the answer and adds to the event
     */
    public <A> Uni<A> run(Route route, SignedRequest request, Function<ApiEvent.Draft, Uni<A>> work) {
        ApiEvent.Draft event = ApiEvent.about(request).module(Module.FACE).timing("read", request.reading());
        media.note(request, event);
        engine.modelVersions().forEach(event::model);
        return event.timed("call", Uni.createFrom().deferred(() -> {
                    requirePermission(route, request);
                    return work.apply(event);
                }))
                .onFailure()
                .transform(failures::refusal)
                .onItem()
                .invoke(answer -> events.publish(event.answered(answer)))
                .onFailure(ApiException.class)
                .invoke(refusal -> events.publish(event.refused((ApiException) refusal)));
    }

    /** The session of a call, noted in its event; fails with 403 without one. */
    public Uni<Session> session(SignedRequest request, String id, ApiEvent.Draft event) {
        return event.timed("session", sessions.find(request.application(), id)).invoke(session -> note(session, event));
    }

    /** The session of a call that goes on without one. */
    public Uni<Optional<Session>> optionalSession(SignedRequest request, Optional<String> id, ApiEvent.Draft event) {
        return id.map(text -> event.timed("session", sessions.lookUp(request.application(), text))
                        .onFailure(ApiException.class)
                        .recoverWithItem(Optional.empty())
                        .invoke(found -> found.ifPresent(session -> note(session, event))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private static void note(Session session, ApiEvent.Draft event) {
        event.person(session.person().id(), session.sealedUserId());
    }

    /** The gateway has checked this; what reaches a service past it is checked again. */
    private static void requirePermission(Route route, SignedRequest request) {
        if (route.permission().filter(needed -> !request.caller().may(needed)).isPresent()) {
            throw new ApiException(ApiError.OPERATION_NOT_PERMITTED);
        }
    }
}

-- The event log. What is searched and listed by is in the clear: no user id, no score, no media; the rest is sealed.
-- The position gives the order of the log: inserts hold an advisory lock, so that positions become visible in order
-- and a reader who continues after the last one it has seen misses none.

CREATE TABLE event (
    position    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id          uuid        NOT NULL UNIQUE,
    request_id  varchar(64) COLLATE "C" NOT NULL,
    application varchar(63) COLLATE "C" NOT NULL,
    time        timestamptz NOT NULL,
    route       varchar(64) COLLATE "C" NOT NULL,
    module      varchar(32) COLLATE "C",
    person      varchar(64) COLLATE "C",
    status      integer     NOT NULL,
    details     bytea       NOT NULL
);

CREATE INDEX event_of_application ON event (application, position);
CREATE INDEX event_of_person ON event (person, position) WHERE person IS NOT NULL;
CREATE INDEX event_of_request ON event (request_id);
CREATE INDEX event_by_time ON event (time);

-- People, by the keyed hash of application and user id. The row outlives an erasure: it is what keeps numbers from being
-- used twice. Whoever seals with a person's key holds this row's share lock; who erases holds it exclusively.
CREATE TABLE person (
    person      varchar(43) COLLATE "C" PRIMARY KEY,
    application varchar(63) COLLATE "C" NOT NULL,
    -- The highest erase number that was ordered, and when.
    ordered     bigint NOT NULL DEFAULT 0,
    ordered_at  timestamptz,
    -- The number that has begun here, and the one that was carried out to its end and confirmed.
    erasures    bigint NOT NULL DEFAULT 0,
    settled     bigint NOT NULL DEFAULT 0,
    -- Events of calls before this time are not kept: they were made before an erasure, or while it was on its way.
    events_from timestamptz
);

-- One key for each person and erase number, wrapped by the master keyset. Erasing destroys it.
CREATE TABLE data_key (
    person     varchar(43) COLLATE "C" NOT NULL REFERENCES person (person),
    erasures   bigint      NOT NULL,
    wrapped    bytea       NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (person, erasures)
);

-- Whose key seals the event: the person's of this erase number; the master keyset where it is null, which is so for
-- events about nobody and for those of before this column.
ALTER TABLE event ADD COLUMN erasures bigint;

-- The newest erasure of a person that a service has confirmed.
CREATE TABLE erasure_confirmation (
    person       varchar(43) COLLATE "C" NOT NULL,
    service      varchar(32) COLLATE "C" NOT NULL,
    erasures     bigint      NOT NULL,
    confirmed_at timestamptz NOT NULL,
    PRIMARY KEY (person, service)
);

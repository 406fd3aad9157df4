-- Which erase number of a person has begun here, and which was carried out to its end and confirmed. A person is a keyed
-- hash. Statuses of older numbers are not taken in any more.

CREATE TABLE person (
    person      varchar(64) COLLATE "C" PRIMARY KEY,
    application varchar(63) COLLATE "C" NOT NULL,
    erasures    bigint NOT NULL DEFAULT 0,
    settled     bigint NOT NULL DEFAULT 0
);

-- The newest template version of a person in a module, as the topic enrolment-status tells it. A person is a keyed
-- hash. Face and voice know no devices: theirs is the empty text. A row is never moved back in the order of
-- (erasures, deletions, version).

CREATE TABLE enrolment_status (
    person    varchar(64) COLLATE "C" NOT NULL,
    module    varchar(32) COLLATE "C" NOT NULL,
    device    text        COLLATE "C" NOT NULL,
    erasures  bigint      NOT NULL,
    deletions bigint      NOT NULL,
    version   bigint      NOT NULL,
    PRIMARY KEY (person, module, device)
);

-- Applications, their key pairs and their settings; the outbox which carries changes to the topics.

CREATE TABLE application (
    id         varchar(63) COLLATE "C" PRIMARY KEY,
    name       varchar(100) NOT NULL,
    created_at timestamptz  NOT NULL,
    CONSTRAINT application_name_unique UNIQUE (name)
);

-- A revoked key stays: its name is never given out again, and the log can still say whose it was.
CREATE TABLE api_key (
    api_key        varchar(128) COLLATE "C" PRIMARY KEY,
    application_id varchar(63) COLLATE "C" NOT NULL REFERENCES application (id),
    sealed_secret  bytea       NOT NULL,
    permissions    text        NOT NULL,
    created_at     timestamptz NOT NULL,
    valid_until    timestamptz,
    revoked_at     timestamptz
);

CREATE INDEX api_key_of_application ON api_key (application_id, created_at);
CREATE INDEX api_key_running_out ON api_key (valid_until) WHERE revoked_at IS NULL AND valid_until IS NOT NULL;

CREATE TABLE setting (
    application_id varchar(63) COLLATE "C" PRIMARY KEY REFERENCES application (id),
    document       text        NOT NULL,
    changed_at     timestamptz NOT NULL
);

-- Written in the transaction of the change, deleted after the broker's acknowledgement. A row without value is a
-- tombstone. Rows of one record key are sent in the order of their ids.
CREATE TABLE outbox (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic        text        NOT NULL,
    record_key   text        NOT NULL,
    record_value bytea,
    created_at   timestamptz NOT NULL
);

CREATE INDEX outbox_of_record ON outbox (topic, record_key, id);

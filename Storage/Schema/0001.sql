-- Numbers instead of names. A tenant is a number; its submissions are numbered, and a row's number says where it
-- belongs, so that one table b-tree is also the index by tenant, by submission and by age:
--   submissions.no = tenant << 33 | number of the submission within its tenant
--   messages.no    = submissions.no << 10 | recipient
--   events.no      = tenant << 40 | sequence within its tenant
-- Times are microseconds since 1970 in UTC. JSON is text in UTF-8. See docs/storage.md.

-- Few: every tenant that ever stored something.
CREATE TABLE tenants (
    no INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    submissions INTEGER NOT NULL, -- the last number given out: never given out again, whatever is erased
    events INTEGER NOT NULL,      -- the last sequence number given out
    erased INTEGER NOT NULL       -- events up to this sequence number are erased
) STRICT;

-- State of the few: tenants, accounts, platform. A cleared state keeps its row, so that its etag is never seen twice.
CREATE TABLE grain_state (
    grain TEXT NOT NULL, -- type/key
    name TEXT NOT NULL,
    etag INTEGER NOT NULL,
    state TEXT,          -- JSON; null once cleared
    PRIMARY KEY (grain, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE submissions (
    no INTEGER PRIMARY KEY,
    tenant INTEGER NOT NULL,
    id TEXT NOT NULL,
    head TEXT NOT NULL,          -- JSON: everything but the source
    source_kind INTEGER NOT NULL, -- 0 a raw message, 1 the parts of one as JSON, 2 a raw message for SMTPUTF8
    source_file INTEGER NOT NULL, -- 1 when the source is the file content/xx/tenant.id
    source BLOB                  -- last, so that reading the head never reads its overflow pages
) STRICT;

-- A submission or message by its public id (GET, cancel, activation of a message's grain); a time as a bound of a search.
CREATE UNIQUE INDEX submissions_id ON submissions (tenant, id);

CREATE TABLE messages (
    no INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,        -- 1 at birth, one more with every change
    submission TEXT NOT NULL,        -- with the tenant of no, the key without a second look-up
    partition INTEGER NOT NULL,
    account TEXT NOT NULL,
    recipient_hash INTEGER NOT NULL, -- of the address' key: 8 bytes instead of 25 in the index that lies in no order
    phase INTEGER NOT NULL,
    hold_reason INTEGER NOT NULL,
    due_at INTEGER,                  -- null once the message has ended
    state TEXT NOT NULL              -- JSON: what no column holds
) STRICT;

-- Outbox: what is due in a partition until a time. Time first, because all that is stored now then lies together and a
-- commit touches one page instead of one for each partition; phase, because the start after a crash asks for it.
CREATE INDEX messages_due ON messages (due_at, partition, phase) WHERE due_at IS NOT NULL;

-- Search by a rare phase. Accepted ones are found in messages_due, and delivered ones are nearly all there are.
CREATE INDEX messages_phase ON messages (phase) WHERE phase NOT IN (1, 5);

-- Search by recipient.
CREATE INDEX messages_recipient ON messages (recipient_hash);

-- Search by account.
CREATE INDEX messages_account ON messages (account);

-- Operator: what is held, by reason in the order of rows; outbox: what of a partition and account is released with its
-- reason. All columns the outbox asks for, so that sixteen partitions do not read every row sixteen times.
CREATE INDEX messages_held ON messages (hold_reason, no, partition, account) WHERE phase = 4;

-- Search by tag. Rows only for messages that have tags.
CREATE TABLE tags (
    tag TEXT NOT NULL,
    message INTEGER NOT NULL,
    PRIMARY KEY (tag, message)
) STRICT, WITHOUT ROWID;

-- The log a customer reads by sequence number.
CREATE TABLE events (
    no INTEGER PRIMARY KEY,
    message INTEGER NOT NULL,
    submission TEXT NOT NULL,
    kind INTEGER NOT NULL,
    at INTEGER NOT NULL,
    data TEXT NOT NULL
) STRICT;

-- The events of one message or submission.
CREATE INDEX events_message ON events (message);

CREATE TABLE counters (
    tenant INTEGER NOT NULL,
    day INTEGER NOT NULL, -- days since 1970 in UTC
    account TEXT NOT NULL,
    stream INTEGER NOT NULL,
    campaign TEXT NOT NULL, -- empty for none
    tag TEXT NOT NULL,      -- empty for the row that counts every message, with and without tags
    kind INTEGER NOT NULL,
    category TEXT NOT NULL, -- of a bounce or deferral, else empty
    hard INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (tenant, day, account, stream, campaign, tag, kind, category, hard)
) STRICT, WITHOUT ROWID;

-- In the order in which they were made, so that the oldest are erased from the beginning.
CREATE TABLE idempotency (
    no INTEGER PRIMARY KEY,
    tenant INTEGER NOT NULL,
    key TEXT NOT NULL,
    fingerprint TEXT, -- null where the key alone decides
    created_at INTEGER NOT NULL,
    receipt TEXT NOT NULL
) STRICT;

-- A repeat of a request.
CREATE UNIQUE INDEX idempotency_key ON idempotency (tenant, key);

-- What the built-in receiving server took; no = tenant << 40 | number within its tenant.
CREATE TABLE sandbox_mails (
    no INTEGER PRIMARY KEY,
    tenant INTEGER NOT NULL,
    id TEXT NOT NULL,
    head TEXT NOT NULL,
    source BLOB NOT NULL
) STRICT;

-- One mail by its id; where a page goes on.
CREATE UNIQUE INDEX sandbox_mails_id ON sandbox_mails (tenant, id);

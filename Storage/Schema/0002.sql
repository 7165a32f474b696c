-- Alarms of grains that last longer than the process: few, one for each outbox partition.
CREATE TABLE reminders (
    etag INTEGER PRIMARY KEY AUTOINCREMENT, -- every write gets a new one, and none is ever given out again
    grain TEXT NOT NULL,                    -- type/key
    name TEXT NOT NULL,
    hash INTEGER NOT NULL,                  -- of the grain: a silo of several asks for its part of the ring
    start_at INTEGER NOT NULL,
    period INTEGER NOT NULL,                -- microseconds
    UNIQUE (grain, name)
) STRICT;

-- What an event of a message means to other grains: stored with the event, erased when they have been told.
CREATE TABLE effects (
    no INTEGER PRIMARY KEY AUTOINCREMENT, -- in the order of the events
    partition INTEGER NOT NULL,
    message INTEGER NOT NULL,
    submission TEXT NOT NULL,             -- with the tenant and recipient of message, the key without a look-up
    kind INTEGER NOT NULL
) STRICT;

-- Outbox: what a partition has to carry out.
CREATE INDEX effects_partition ON effects (partition, no);

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

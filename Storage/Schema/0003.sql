-- When a settings grain has something to do; null for never. A process that starts wakes what was missed.
ALTER TABLE grain_state ADD COLUMN due_at INTEGER;

-- The alarm clock: what is due until a time.
CREATE INDEX grain_state_due ON grain_state (due_at) WHERE due_at IS NOT NULL;

-- Lists of settings grains, written in the commits of their states.
CREATE TABLE listings (
    kind TEXT NOT NULL,
    tenant TEXT NOT NULL, -- empty for the platform's own
    id TEXT NOT NULL,     -- orders the list
    topic TEXT NOT NULL,  -- what it is looked up by across tenants; empty for nothing
    marks TEXT NOT NULL,  -- words to filter by, each between blanks
    search TEXT NOT NULL, -- names and addresses, folded
    grain TEXT NOT NULL,  -- type/key
    PRIMARY KEY (kind, tenant, id)
) STRICT, WITHOUT ROWID;

-- The row of a state that is written or cleared.
CREATE UNIQUE INDEX listings_grain ON listings (grain);

-- Across tenants: who else has this domain, which tenants this user.
CREATE INDEX listings_topic ON listings (kind, topic, tenant, id) WHERE topic <> '';

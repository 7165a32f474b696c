-- What tenants know of addresses: contacts, addresses that are no contacts but did not work, and blacklisted domains.
CREATE TABLE contacts (
    tenant INTEGER NOT NULL,
    hash BLOB NOT NULL,          -- 10 octets: of the address' key, or of a domain
    version INTEGER NOT NULL,    -- 1 at birth, one more with every change
    is_contact INTEGER NOT NULL, -- else neither listed nor counted
    standing INTEGER NOT NULL,
    blacklist INTEGER NOT NULL,  -- bits: why it is on the blacklist; 0 where it is not
    blocked_until INTEGER,       -- when the tenant's own entry ends; null for never, or for none
    address TEXT,                -- as given; null for a domain, and once it was erased
    created_at INTEGER NOT NULL,
    state TEXT NOT NULL,         -- JSON: what no column holds
    PRIMARY KEY (tenant, hash)
) STRICT, WITHOUT ROWID;

-- Search by a rare standing; nearly all are active.
CREATE INDEX contacts_standing ON contacts (tenant, standing, hash) WHERE standing <> 0;

-- The blacklist.
CREATE INDEX contacts_blacklist ON contacts (tenant, hash) WHERE blacklist <> 0;

-- Domains on the blacklist: few.
CREATE TABLE blocked_domains (
    tenant INTEGER NOT NULL,
    domain TEXT NOT NULL, -- as A-labels
    since INTEGER NOT NULL,
    until INTEGER,        -- null for ever
    PRIMARY KEY (tenant, domain)
) STRICT, WITHOUT ROWID;

-- Search by list: those that are on it and have not left it.
CREATE TABLE contact_lists (
    tenant INTEGER NOT NULL,
    list TEXT NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (tenant, list, hash)
) STRICT, WITHOUT ROWID;

-- Search by a detail with its value, as a number made of both: whoever collides only makes a search look at one row more.
CREATE TABLE contact_details (
    tenant INTEGER NOT NULL,
    detail INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (tenant, detail, hash)
) STRICT, WITHOUT ROWID;

-- How many contacts there are, kept up in the commits that change them.
CREATE TABLE contact_totals (
    tenant INTEGER NOT NULL,
    standing INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (tenant, standing)
) STRICT, WITHOUT ROWID;

-- Active contacts by day, for the days on which their number changed.
CREATE TABLE contact_days (
    tenant INTEGER NOT NULL,
    day INTEGER NOT NULL,    -- days since 1970 in UTC
    active INTEGER NOT NULL, -- at its end
    peak INTEGER NOT NULL,   -- the most there were
    PRIMARY KEY (tenant, day)
) STRICT, WITHOUT ROWID;

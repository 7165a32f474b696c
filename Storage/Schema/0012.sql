-- Files that are imported: their octets until they are read, and what was wrong with their rows. How far each is, stands in
-- its grain's state.
CREATE TABLE import_parts (
    no INTEGER PRIMARY KEY,
    tenant INTEGER NOT NULL,
    import TEXT NOT NULL,
    ends INTEGER NOT NULL, -- octets of the file up to its end
    octets BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX import_parts_end ON import_parts (tenant, import, ends);

CREATE TABLE import_errors (
    tenant INTEGER NOT NULL,
    import TEXT NOT NULL,
    no INTEGER NOT NULL, -- from 1
    at_row INTEGER NOT NULL,
    code TEXT NOT NULL,
    detail TEXT NOT NULL,
    shown TEXT NOT NULL, -- what was written there; empty for nothing
    PRIMARY KEY (tenant, import, no)
) STRICT, WITHOUT ROWID;

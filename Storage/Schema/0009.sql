-- Outcomes by the hour, that accounts and tenants are watched by: added up in the commits of the events. Rows older
-- than the longest window are erased.
CREATE TABLE health (
    tenant INTEGER NOT NULL,
    hour INTEGER NOT NULL, -- hours since 1970 in UTC
    account TEXT NOT NULL,
    finished INTEGER NOT NULL,
    hard INTEGER NOT NULL,
    complaints INTEGER NOT NULL,
    PRIMARY KEY (tenant, hour, account)
) STRICT, WITHOUT ROWID;

-- What a tenant has used of its messages in a month: kind 100 counts by the day of acceptance.
CREATE INDEX counters_charged ON counters (tenant, day, account, count) WHERE kind = 100;

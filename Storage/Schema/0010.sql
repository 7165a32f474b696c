-- Campaigns, and counters in the order in which reports ask for them. A row is kept for every message (tag and campaign
-- empty), for every campaign (tag empty), and for every tag with the campaign that its messages are of: the rows of a tag
-- add up to all of its messages, and no event counts once more for each pair.
ALTER TABLE messages ADD COLUMN campaign TEXT; -- null for none

-- Search by campaign.
CREATE INDEX messages_campaign ON messages (campaign) WHERE campaign IS NOT NULL;

CREATE TABLE counters_by_name (
    tenant INTEGER NOT NULL,
    tag TEXT NOT NULL,
    campaign TEXT NOT NULL,
    day INTEGER NOT NULL, -- days since 1970 in UTC
    account TEXT NOT NULL,
    stream INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    category TEXT NOT NULL, -- of a bounce or deferral, else empty
    hard INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (tenant, tag, campaign, day, account, stream, kind, category, hard)
) STRICT, WITHOUT ROWID;

INSERT INTO counters_by_name (tenant, tag, campaign, day, account, stream, kind, category, hard, count)
SELECT tenant, tag, campaign, day, account, stream, kind, category, hard, count FROM counters;

-- With its index of what was charged: the rows of a day now lie together, and a commit writes one entry less.
DROP TABLE counters;
ALTER TABLE counters_by_name RENAME TO counters;

-- What is held at present, by the same names.
CREATE TABLE held_by_name (
    tenant INTEGER NOT NULL,
    tag TEXT NOT NULL,
    campaign TEXT NOT NULL,
    account TEXT NOT NULL,
    stream INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (tenant, tag, campaign, account, stream)
) STRICT, WITHOUT ROWID;

INSERT INTO held_by_name (tenant, tag, campaign, account, stream, count)
SELECT no >> 43, '', '', account, coalesce(json_extract(state, '$.stream'), 0), count(*)
FROM messages WHERE phase = 4 AND phase NOT IN (1, 5) GROUP BY 1, 4, 5;

INSERT INTO held_by_name (tenant, tag, campaign, account, stream, count)
SELECT no >> 43, value, '', account, coalesce(json_extract(state, '$.stream'), 0), count(DISTINCT no)
FROM messages, json_each(messages.state, '$.tags') WHERE phase = 4 AND phase NOT IN (1, 5) GROUP BY 1, 2, 4, 5;

DROP TABLE held_counts;
ALTER TABLE held_by_name RENAME TO held_counts;

-- The addresses behind a number: a tenant's events of a kind by time. Only what happens to the few: being accepted,
-- attempted and delivered happens to nearly all, and is found by way of their rows.
CREATE INDEX events_reported ON events (kind, no >> 40, at) WHERE kind > 4;

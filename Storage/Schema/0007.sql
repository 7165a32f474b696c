-- How many messages of an account are held at present, kept up in the commits that hold and release them: what is held
-- now cannot be told from what happened on some days.
CREATE TABLE held_counts (
    tenant INTEGER NOT NULL,
    account TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (tenant, account)
) STRICT, WITHOUT ROWID;

-- The tenant is in the upper bits of a message's number: see 0001.sql.
INSERT INTO held_counts (tenant, account, count)
SELECT no >> 43, account, count(*) FROM messages WHERE phase = 4 AND phase NOT IN (1, 5) GROUP BY no >> 43, account;

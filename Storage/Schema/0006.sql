-- SMTP accounts from before there was a list of them. Names are folded as far as SQLite can; the rest with the next
-- change of the account.
INSERT INTO listings (kind, tenant, id, topic, marks, search, grain)
SELECT 'smtp-account', substr(key, 1, instr(key, '/') - 1), substr(key, instr(key, '/') + 1), '',
    CASE WHEN json_extract(state, '$.approved') AND NOT coalesce(json_extract(state, '$.paused'), 0)
        THEN ' platform active ' ELSE ' platform ' END,
    lower(coalesce(json_extract(state, '$.name'), '')), grain
FROM (
    SELECT grain, state, substr(grain, length('smtpaccount/') + 1) AS key FROM grain_state
    WHERE name = 'smtp-account' AND grain LIKE 'smtpaccount/%/%' AND state IS NOT NULL
) WHERE true
ON CONFLICT DO NOTHING;

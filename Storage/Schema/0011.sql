-- A search by standing finds contacts alone, not the addresses that are only remembered: of transactional mail these may
-- be many.
DROP INDEX contacts_standing;
CREATE INDEX contacts_standing ON contacts (tenant, standing, hash) WHERE standing <> 0 AND is_contact = 1;

-- The blacklist by each reason: few have complained among many that have bounced.
CREATE INDEX contacts_hard_bounce ON contacts (tenant, hash) WHERE (blacklist & 1) <> 0;
CREATE INDEX contacts_complaint ON contacts (tenant, hash) WHERE (blacklist & 2) <> 0;
CREATE INDEX contacts_unsubscribe ON contacts (tenant, hash) WHERE (blacklist & 4) <> 0;
CREATE INDEX contacts_manual ON contacts (tenant, hash) WHERE (blacklist & 8) <> 0;

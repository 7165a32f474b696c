-- What becomes of an effect that fails: tried again ever more seldom, and after days kept for the operator to decide.
ALTER TABLE effects ADD COLUMN due_at INTEGER DEFAULT 0;  -- not tried before; 0 at first, null once it has failed for good
ALTER TABLE effects ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE effects ADD COLUMN first_failed_at INTEGER;   -- null while none of its tries has failed
ALTER TABLE effects ADD COLUMN reason TEXT;               -- of the last failure, for the operator

-- Outbox: what a partition has to carry out now; what was never tried comes first, in its order.
DROP INDEX effects_partition;
CREATE INDEX effects_due ON effects (partition, due_at, no) WHERE due_at IS NOT NULL;

-- Operator: what has failed for good.
CREATE INDEX effects_failed ON effects (no) WHERE due_at IS NULL;

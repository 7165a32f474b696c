-- Erasing a message with what is still to be told of it.
CREATE INDEX effects_message ON effects (message);

/** What a large archive is counted and listed by, without a walk through all of it. */
export const large = `
CREATE INDEX stubs_state ON stubs (state);
CREATE INDEX stubs_composed ON stubs (content ->> '$.composedAt', stub);

-- How many signals each channel has, and its last row.
ALTER TABLE channels ADD COLUMN signals INTEGER NOT NULL DEFAULT 0;
ALTER TABLE channels ADD COLUMN last_row INTEGER;
UPDATE channels SET (signals, last_row) =
  (SELECT count(*), max(row) FROM signals s WHERE s.channel = channels.channel);
CREATE TRIGGER signals_counted AFTER INSERT ON signals BEGIN
  UPDATE channels SET signals = signals + 1, last_row = max(coalesce(last_row, new.row), new.row)
  WHERE channel = new.channel;
END;
CREATE TRIGGER signals_discounted AFTER DELETE ON signals BEGIN
  UPDATE channels SET (signals, last_row) =
    (SELECT count(*), max(row) FROM signals s WHERE s.channel = old.channel)
  WHERE channel = old.channel;
END;
`

/** What the desk did not see: gaps in ids and in time, and what they are found by. */
export const gaps = `
-- Ids that are accounted for, in stretches that neither touch nor overlap.
CREATE TABLE stretches (
  channel INTEGER NOT NULL REFERENCES channels,
  from_id INTEGER NOT NULL,
  to_id INTEGER NOT NULL,
  PRIMARY KEY (channel, from_id)
) STRICT, WITHOUT ROWID;

-- First and last id that were collected; what is not in a stretch between them is missing.
CREATE TABLE spans (
  channel INTEGER PRIMARY KEY REFERENCES channels,
  from_id INTEGER NOT NULL,
  to_id INTEGER NOT NULL
) STRICT;

-- "joined" is whether the first payload after a fault held posts that were known before.
CREATE TABLE gaps (
  gap INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('unread', 'skipped', 'missed', 'failed', 'stopped')),
  source TEXT NOT NULL,
  channel TEXT COLLATE NOCASE,
  from_id INTEGER,
  to_id INTEGER,
  from_at TEXT NOT NULL,
  to_at TEXT,
  fault TEXT,
  noticed_at TEXT NOT NULL,
  joined INTEGER,
  tries INTEGER NOT NULL DEFAULT 0,
  closed_at TEXT,
  arrived INTEGER
) STRICT;
CREATE INDEX gaps_open ON gaps (source, kind) WHERE closed_at IS NULL;
CREATE INDEX gaps_ids ON gaps (channel, to_id) WHERE closed_at IS NULL AND from_id IS NOT NULL;
CREATE INDEX gaps_channel ON gaps (channel, gap);

-- Runs of the daemon, each with the last time it said that it was there.
CREATE TABLE runs (
  run INTEGER PRIMARY KEY,
  started_at TEXT NOT NULL,
  beat_at TEXT NOT NULL
) STRICT;
`

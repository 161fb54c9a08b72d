/** What editors decided on pairs of signals; only ever added to and taken back. */
export const decisions = `
CREATE TABLE decisions (
  decision INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('join', 'part')),
  first INTEGER NOT NULL REFERENCES signals,
  second INTEGER NOT NULL REFERENCES signals,
  at TEXT NOT NULL,
  by INTEGER NOT NULL,
  reason TEXT,
  withdrawn_at TEXT
) STRICT;

-- The story that links and likeness alone put a signal in, where decisions changed it.
CREATE TABLE story_bases (
  row INTEGER PRIMARY KEY REFERENCES signals,
  base INTEGER NOT NULL
) STRICT;
`

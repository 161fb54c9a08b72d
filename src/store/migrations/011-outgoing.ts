/** How far deliveries got, why they wait, and what stands in the targets. */
export const outgoing = `
-- SQLite can't widen a CHECK in place.
CREATE TABLE deliveries_wider (
  delivery INTEGER PRIMARY KEY,
  dispatch TEXT NOT NULL,
  edition INTEGER NOT NULL,
  target TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('queued', 'sending', 'done', 'stopped', 'superseded', 'recalled')),
  created_at TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at TEXT,
  settled_at TEXT,
  reason TEXT,
  -- The desk's record says that the edition stands everywhere.
  told INTEGER NOT NULL DEFAULT 0,
  UNIQUE (dispatch, edition, target),
  FOREIGN KEY (dispatch, edition) REFERENCES editions
) STRICT;
INSERT INTO deliveries_wider (delivery, dispatch, edition, target, state, created_at)
  SELECT delivery, dispatch, edition, target, state, created_at FROM deliveries;
DROP TABLE deliveries;
ALTER TABLE deliveries_wider RENAME TO deliveries;
CREATE INDEX deliveries_open ON deliveries (next_at) WHERE state IN ('queued', 'sending');
CREATE INDEX deliveries_looks ON deliveries (next_at) WHERE state = 'done' AND next_at IS NOT NULL;
CREATE INDEX deliveries_untold ON deliveries (dispatch, edition) WHERE state = 'done' AND told = 0;

CREATE TABLE placements (
  dispatch TEXT NOT NULL,
  target TEXT NOT NULL,
  remote TEXT NOT NULL,
  url TEXT,
  edition INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('standing', 'withdrawn')),
  marker TEXT,
  fields TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (dispatch, target)
) STRICT, WITHOUT ROWID;
`

/** Photos and videos to fetch, and what was found in them. */
export const pictures = `
CREATE TABLE pictures (
  picture INTEGER PRIMARY KEY,
  row INTEGER NOT NULL REFERENCES signals,
  -- photo, video or round-video.
  kind TEXT NOT NULL,
  address TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'fetched', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  -- Empty for at once.
  due_at TEXT NOT NULL DEFAULT '',
  reason TEXT,
  fetched_at TEXT,
  type TEXT,
  bytes INTEGER,
  width INTEGER,
  height INTEGER,
  sha256 BLOB,
  print BLOB,
  -- The picture like it that was posted first, where that is another one.
  first INTEGER REFERENCES pictures,
  mirrored INTEGER NOT NULL DEFAULT 0,
  kept INTEGER NOT NULL DEFAULT 0,
  UNIQUE (row, address)
) STRICT;
CREATE INDEX pictures_waiting ON pictures (row) WHERE state = 'waiting';
CREATE INDEX pictures_first ON pictures (first, row) WHERE first IS NOT NULL;
CREATE INDEX pictures_kept ON pictures (fetched_at) WHERE kept = 1;
CREATE INDEX pictures_file ON pictures (sha256) WHERE kept = 1;
`

/** What people of the desk did, what that froze for delivery, and what changed beneath it since. */
export const desk = `
-- Append-only: "hash" holds the hash of the entry before it.
CREATE TABLE acts (
  act INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by INTEGER NOT NULL,
  name TEXT NOT NULL,
  stub INTEGER,
  kind TEXT NOT NULL,
  content TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX acts_stub ON acts (stub, act) WHERE stub IS NOT NULL;
CREATE INDEX acts_by ON acts (by, act);
CREATE TRIGGER acts_stand BEFORE UPDATE ON acts BEGIN SELECT RAISE (ABORT, 'acts are never changed'); END;
CREATE TRIGGER acts_stay BEFORE DELETE ON acts BEGIN SELECT RAISE (ABORT, 'acts are never deleted'); END;

CREATE TABLE members (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('reader', 'editor', 'chief'))
) STRICT;

CREATE TABLE editions (
  dispatch TEXT NOT NULL,
  edition INTEGER NOT NULL,
  stub INTEGER NOT NULL,
  at TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (dispatch, edition)
) STRICT, WITHOUT ROWID;
CREATE INDEX editions_stub ON editions (stub, edition);

-- One row for each edition and target, written in the transaction of the approval.
CREATE TABLE deliveries (
  delivery INTEGER PRIMARY KEY,
  dispatch TEXT NOT NULL,
  edition INTEGER NOT NULL,
  target TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'done', 'stopped', 'recalled')),
  created_at TEXT NOT NULL,
  UNIQUE (dispatch, edition, target),
  FOREIGN KEY (dispatch, edition) REFERENCES editions
) STRICT;

CREATE TABLE stub_flags (
  flag INTEGER PRIMARY KEY,
  stub INTEGER NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  words TEXT NOT NULL,
  UNIQUE (stub, kind, subject, words)
) STRICT;
CREATE INDEX stub_flags_stub ON stub_flags (stub, flag);

-- What of its story a stub rested on when it was last composed.
ALTER TABLE stubs ADD COLUMN basis TEXT;
`

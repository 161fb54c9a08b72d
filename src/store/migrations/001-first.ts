/** The journal, what was read from it, and what analysis and the desk made of that. */
export const first = `
CREATE TABLE channels (
  channel INTEGER PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  title TEXT NOT NULL
) STRICT;

-- One row for each different payload of a source; "seen" counts how often it came.
CREATE TABLE journal (
  journal INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  kind TEXT NOT NULL,
  channel TEXT,
  address TEXT,
  meta TEXT,
  sha256 BLOB NOT NULL,
  body BLOB,
  is_text INTEGER NOT NULL,
  first_at TEXT NOT NULL,
  received_at TEXT NOT NULL,
  seen INTEGER NOT NULL DEFAULT 1,
  contributed INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL CHECK (state IN ('pending', 'done', 'quarantined')),
  UNIQUE (source, sha256)
) STRICT;
CREATE INDEX journal_pending ON journal (journal) WHERE state = 'pending';

-- "row" follows time: seconds since 1970 times 2^20, and a slot within the second.
CREATE TABLE signals (
  row INTEGER PRIMARY KEY,
  channel INTEGER NOT NULL REFERENCES channels,
  id INTEGER NOT NULL,
  at TEXT NOT NULL,
  text TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 0,
  text_at TEXT NOT NULL,
  forward_channel TEXT,
  forward_id INTEGER,
  forward_at TEXT,
  forward_title TEXT,
  reply_to INTEGER,
  deleted_at TEXT,
  deletion TEXT CHECK (deletion IN ('declared', 'suspected')),
  views INTEGER,
  media TEXT,
  url TEXT,
  outlet TEXT,
  handed_in_by INTEGER,
  lang TEXT NOT NULL DEFAULT 'und',
  confidence REAL NOT NULL DEFAULT 0,
  journal INTEGER NOT NULL REFERENCES journal,
  UNIQUE (channel, id)
) STRICT;
CREATE INDEX signals_deleted ON signals (deletion) WHERE deletion IS NOT NULL;

-- The folded words of the standing texts.
CREATE VIRTUAL TABLE signal_words USING fts5 (
  words, content = '', contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TABLE revisions (
  row INTEGER NOT NULL REFERENCES signals,
  revision INTEGER NOT NULL,
  at TEXT NOT NULL,
  text TEXT NOT NULL,
  journal INTEGER NOT NULL REFERENCES journal,
  PRIMARY KEY (row, revision)
) STRICT;

CREATE TABLE albums (
  channel INTEGER NOT NULL REFERENCES channels,
  album TEXT NOT NULL,
  row INTEGER NOT NULL REFERENCES signals,
  PRIMARY KEY (channel, album)
) STRICT, WITHOUT ROWID;

CREATE TABLE album_parts (
  channel INTEGER NOT NULL REFERENCES channels,
  id INTEGER NOT NULL,
  row INTEGER NOT NULL REFERENCES signals,
  text TEXT NOT NULL,
  media TEXT NOT NULL,
  PRIMARY KEY (channel, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX album_parts_row ON album_parts (row);

-- Signals that wait for analysis, and the payload that made them wait.
CREATE TABLE unanalysed (
  row INTEGER PRIMARY KEY REFERENCES signals,
  journal INTEGER NOT NULL
) STRICT;

CREATE TABLE sources (
  source TEXT PRIMARY KEY,
  cursor TEXT,
  last_poll_at TEXT,
  last_success_at TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  last_error TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE quarantine (
  quarantine INTEGER PRIMARY KEY,
  journal INTEGER NOT NULL REFERENCES journal,
  source TEXT NOT NULL,
  at TEXT NOT NULL,
  reason TEXT NOT NULL,
  place TEXT NOT NULL,
  detail TEXT NOT NULL,
  raw TEXT NOT NULL,
  content BLOB NOT NULL UNIQUE,
  seen INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE links (
  row INTEGER NOT NULL REFERENCES signals,
  target TEXT NOT NULL,
  kind TEXT NOT NULL,
  score REAL NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (row, target, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_target ON links (target);

CREATE TABLE stories (
  story INTEGER PRIMARY KEY,
  sourcing TEXT NOT NULL,
  last_at TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;
CREATE INDEX stories_last ON stories (last_at, story);
CREATE INDEX stories_sourcing ON stories (sourcing, last_at, story);

CREATE TABLE story_signals (
  row INTEGER PRIMARY KEY REFERENCES signals,
  story INTEGER NOT NULL REFERENCES stories
) STRICT;
CREATE INDEX story_signals_story ON story_signals (story);

-- Outlives a reset, so that a story found again gets its number again.
CREATE TABLE story_founders (
  row INTEGER PRIMARY KEY REFERENCES signals,
  story INTEGER NOT NULL UNIQUE
) STRICT;

CREATE TABLE story_history (
  entry INTEGER PRIMARY KEY,
  story INTEGER NOT NULL,
  at TEXT NOT NULL,
  sourcing TEXT NOT NULL,
  origins TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX story_history_story ON story_history (story, entry);

CREATE TABLE suggestions (
  story INTEGER NOT NULL,
  other INTEGER NOT NULL,
  score REAL NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (story, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX suggestions_other ON suggestions (other);

CREATE TABLE stubs (
  stub INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;

CREATE TABLE dispatches (
  dispatch TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`

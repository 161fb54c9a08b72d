/** What the bot has to answer, what its buttons do, what it asked, and in which language. */
export const bot = `
CREATE TABLE inbox (journal INTEGER PRIMARY KEY REFERENCES journal) STRICT;

CREATE TABLE buttons (
  token TEXT PRIMARY KEY,
  action TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX buttons_at ON buttons (at);

CREATE TABLE prompts (
  chat INTEGER NOT NULL,
  message INTEGER NOT NULL,
  member INTEGER NOT NULL,
  action TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (chat, message)
) STRICT, WITHOUT ROWID;

CREATE TABLE languages (member INTEGER PRIMARY KEY, language TEXT NOT NULL) STRICT;
`

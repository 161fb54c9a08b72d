/** The chain of hashes over what is stored, and how far it has taken in what was stored before there was one. */
export const chain = `
-- Append-only: "hash" is over the hash of the entry before it.
CREATE TABLE chain (
  entry INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  content BLOB NOT NULL,
  hash BLOB NOT NULL,
  items TEXT
) STRICT;
CREATE TRIGGER chain_stands BEFORE UPDATE ON chain BEGIN SELECT RAISE (ABORT, 'the chain is never changed'); END;
CREATE TRIGGER chain_stays BEFORE DELETE ON chain BEGIN SELECT RAISE (ABORT, 'the chain is never cut'); END;

-- Rows up to "done" are in the chain; a table that is all in it has no row here.
CREATE TABLE chain_filling (
  what TEXT PRIMARY KEY,
  done INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO chain_filling SELECT 'journal', 0 WHERE EXISTS (SELECT 1 FROM journal);
INSERT INTO chain_filling SELECT 'signals', -1 WHERE EXISTS (SELECT 1 FROM signals);
INSERT INTO chain_filling SELECT 'acts', 0 WHERE EXISTS (SELECT 1 FROM acts);
INSERT INTO chain_filling SELECT 'editions', 0 WHERE EXISTS (SELECT 1 FROM editions);
`

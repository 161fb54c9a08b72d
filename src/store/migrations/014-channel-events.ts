/** By what channels are known, and what became of them. */
export const channelEvents = `
CREATE TABLE identities (
  channel TEXT PRIMARY KEY COLLATE NOCASE,
  name TEXT,
  telegram_id INTEGER,
  title TEXT,
  successor TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX identities_telegram ON identities (telegram_id) WHERE telegram_id IS NOT NULL;

CREATE TABLE channel_events (
  event INTEGER PRIMARY KEY,
  channel TEXT NOT NULL COLLATE NOCASE,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  detail TEXT NOT NULL,
  told INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX channel_events_channel ON channel_events (channel, event);
CREATE INDEX channel_events_untold ON channel_events (event) WHERE told = 0;
`

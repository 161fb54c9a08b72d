/** What members want to be told of, and what they were told. */
export const watching = `
CREATE TABLE watches (
  watch INTEGER PRIMARY KEY,
  member INTEGER NOT NULL,
  chat INTEGER NOT NULL,
  thread INTEGER,
  subject TEXT NOT NULL,
  since TEXT NOT NULL,
  UNIQUE (member, chat, subject)
) STRICT;

CREATE TABLE quiet_hours (
  member INTEGER PRIMARY KEY,
  "from" TEXT NOT NULL,
  "to" TEXT NOT NULL
) STRICT;

-- Stories that changed since watches were looked at; noted in the transaction of the change.
CREATE TABLE untold (story INTEGER PRIMARY KEY) STRICT;

-- "begun" is the version that was being sent when the process may have ended: it is not sent again.
CREATE TABLE notices (
  notice INTEGER PRIMARY KEY,
  chat INTEGER NOT NULL,
  thread INTEGER,
  member INTEGER NOT NULL,
  topic TEXT NOT NULL,
  urgency TEXT NOT NULL CHECK (urgency IN ('alert', 'digest')),
  content TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  begun INTEGER NOT NULL DEFAULT 0,
  sent INTEGER NOT NULL DEFAULT 0,
  message INTEGER,
  due_at TEXT NOT NULL,
  UNIQUE (chat, member, topic)
) STRICT;
CREATE INDEX notices_due ON notices (urgency, due_at, notice) WHERE version > begun;
`

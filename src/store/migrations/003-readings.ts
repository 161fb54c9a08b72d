/** What analysis read in the signals of its window, by the reader that read it. */
export const readings = `
CREATE TABLE readings (
  row INTEGER PRIMARY KEY REFERENCES signals,
  reader TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;
`

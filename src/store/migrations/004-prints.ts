/** Hashes that a text is found by when its signal is no longer in memory. */
export const prints = `
CREATE TABLE prints (
  print INTEGER NOT NULL,
  row INTEGER NOT NULL REFERENCES signals,
  PRIMARY KEY (print, row)
) STRICT, WITHOUT ROWID;
`

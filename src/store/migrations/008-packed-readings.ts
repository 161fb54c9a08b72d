/** Readings as bytes; those that are lost are read again. */
export const packedReadings = `
DROP TABLE readings;
CREATE TABLE readings (
  row INTEGER PRIMARY KEY REFERENCES signals,
  reader TEXT NOT NULL,
  content BLOB NOT NULL
) STRICT;
`

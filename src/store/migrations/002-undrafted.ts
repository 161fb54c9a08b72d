/** Stories that changed, or went, since their stubs were last composed and written out. */
export const undrafted = `
CREATE TABLE undrafted (story INTEGER PRIMARY KEY) STRICT;
INSERT INTO undrafted SELECT story FROM stories;
`

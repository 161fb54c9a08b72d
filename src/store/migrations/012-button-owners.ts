/** Whose buttons they are: pressed in another chat, or by another member, they do nothing. */
export const buttonOwners = `
ALTER TABLE buttons ADD COLUMN chat INTEGER;
ALTER TABLE buttons ADD COLUMN member INTEGER;
`

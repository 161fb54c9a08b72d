/** Stands where the words of a withdrawn dispatch stood. */
export const withdrawalNotice =
  'This dispatch is withdrawn. Do not use it, and take it down where it stands.'

export const correctionNotice = 'This is a corrected version; it replaces the earlier one.'

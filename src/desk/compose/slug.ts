const longest = 80

/** A folder and address name from a headline: ASCII words with hyphens, without a foreign quotation; `story-<n>` where none are left. */
export function slugOf(headline: string, story: number): string {
  const words = headline
    .replace(/«.*/su, '')
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ]/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  if (!words.some((word) => /[a-z]{2}/.test(word))) return `story-${story}`
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, longest) : `${slug}-${word}`
    if (longer.length > longest) break
    slug = longer
  }
  return slug
}

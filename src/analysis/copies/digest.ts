/** A line that opens with a mark instead of a letter or figure: an item of a list. */
const item = /^[ \t]*[^\p{L}\p{N}\s"'«„“(*_[#@][^\n]{30,}/gmu
const leastItems = 3

/** True of a post that lists the news of a day: its figures are of many events. */
export const isDigest = (text: string): boolean => (text.match(item) ?? []).length >= leastItems

import { plain } from '../../lib/terminal-text.ts'

/**
 * Names, commands and figures of any script, kept from turning the direction of the sentence around them; what they
 * hold can't end that.
 */
export const isolated = (words: string): string => `\u2068${plain(words)}\u2069`

/**
 * A command after the sentence that names it. At the start of a line every client of Telegram takes it for one, and no
 * script around it turns its slash; behind another sign, even one that isn't seen, some do not.
 */
export const ownLine = (command: string): string => `\n${command}`

import { plain } from '../../lib/terminal-text.ts'

/**
 * Names, commands and figures of any script, kept from turning the direction of the sentence around them; what they
 * hold can't end that.
 */
export const isolated = (words: string): string => `\u2068${plain(words)}\u2069`

/** Names, commands and figures of any script, kept from turning the direction of the sentence around them. */
export const isolated = (words: string): string => `\u2068${words}\u2069`

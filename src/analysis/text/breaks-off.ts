/** True for a text that is cut off in mid-sentence, as previews and relays show it. */
export const breaksOff = (text: string): boolean => /(?:…|\.{3})\s*$/.test(text)

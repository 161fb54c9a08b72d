/** Well-formed Unicode without control characters; lines end in `\n`. Lone surrogates become U+FFFD. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
}

const botToken = /(?<!\d)\d{5,}:[\w-]{20,}/g
const credentials = /(\/\/)[^\s/@:]+:[^\s/@]+@/g

/** A function that blanks the given secrets, and whatever looks like a bot token or a password in a URL. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const literal = secrets.filter((secret) => secret.length >= 4)
  return (text) => {
    let clean = text
    for (const secret of literal) clean = clean.replaceAll(secret, '[secret]')
    return clean.replace(botToken, '[secret]').replace(credentials, '$1[secret]@')
  }
}

const botToken = /(?<!\d)\d{5,}:[\w-]{20,}/g
const credentials = /(\/\/)[^\s/@:]+:[^\s/@]+@/g

/** As it may stand in a line: plain, within JSON, JSON within that, in an address. */
const formsOf = (secret: string): string[] => {
  const quoted = (text: string) => JSON.stringify(text).slice(1, -1)
  return [secret, quoted(secret), quoted(quoted(secret)), encodeURIComponent(secret)]
}

/** A function that blanks the given secrets, and whatever looks like a bot token or a password in a URL. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const forms = secrets.filter((secret) => secret.length >= 4).flatMap(formsOf)
  // The longest first: a form may hold another.
  const literal = [...new Set(forms)].sort((a, b) => b.length - a.length)
  return (text) => {
    let clean = text
    for (const secret of literal) clean = clean.replaceAll(secret, '[secret]')
    return clean.replace(botToken, '[secret]').replace(credentials, '$1[secret]@')
  }
}

/**
 * A copy of a fault of someone else's code, fit to be a `cause`: name, message, stack and causes
 * redacted; whatever else hangs on it (requests, answers) is left behind.
 */
export function redactError(fault: unknown, redact: (text: string) => string, depth = 5): Error {
  if (!(fault instanceof Error)) return new Error(redact(String(fault)))
  const cause =
    fault.cause === undefined || depth === 0
      ? undefined
      : redactError(fault.cause, redact, depth - 1)
  const clean = new Error(redact(fault.message), cause && { cause })
  clean.name = redact(fault.name)
  if (fault.stack !== undefined) clean.stack = redact(fault.stack)
  return clean
}

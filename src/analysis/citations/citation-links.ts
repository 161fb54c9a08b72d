/** A link, a handle or a bare name with an underscore, as it stands in a text. */
export interface Address {
  from: number
  to: number
  kind: 'post' | 'channel' | 'handle' | 'site' | 'invite'
  /** Public name of a Telegram channel, `tg<digits>` for one without, or of an account elsewhere. */
  handle?: string
  id?: number
  host?: string
  /** Written without "@": a handle only where a channel of that name is known. */
  bare?: boolean
  /** An article of the site, not its front page. */
  article?: boolean
}

// Each alternative starts only where no word or link runs on, and repeats nothing that overlaps, so that
// the scan stays linear on any input.
const addressPattern =
  /(?<![\w@./-])(?:tg:\/\/[^\s<>"'()[\]«»]*|(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,}(?:[/?][^\s<>"'()[\]«»]*)?)|(?<![\w@./-])@[a-z]\w{2,63}|(?<![\w@./-])[a-z][a-z0-9]*_\w{2,63}/gi

const telegramHosts = new Set(['t.me', 'telegram.me', 'telegram.dog'])
const accountHosts = new Set(['x.com', 'twitter.com', 'mobile.twitter.com'])
const notChannels = new Set([
  ...['joinchat', 'addlist', 'share', 'boost', 'iv', 'proxy', 'socks', 'addstickers', 'addemoji'],
  ...[
    'login',
    'confirmphone',
    'setlanguage',
    'addtheme',
    'invoice',
    'bg',
    'contact',
    'm',
    'a',
    'k',
  ],
])

/** Links and handles of a text in order; an e-mail address is none. */
export function findAddresses(text: string): Address[] {
  if (!/[@.:_]/.test(text)) return []
  const found: Address[] = []
  for (const match of text.matchAll(addressPattern)) {
    // A lost line break glues the next link to a handle: "@namehttps://…".
    const glued = text.startsWith('://', match.index + match[0].length)
      ? /https?$/i
      : /(?<![.,:;!?…])[.,:;!?…]+$/u
    const said = match[0].replace(glued, '')
    const span = { from: match.index, to: match.index + said.length }
    const address = read(said)
    if (address !== undefined) found.push({ ...span, ...address })
  }
  return found
}

function read(said: string): Omit<Address, 'from' | 'to'> | undefined {
  if (said.startsWith('@')) return { kind: 'handle', handle: said.slice(1) }
  if (/^tg:/i.test(said)) return readResolve(said)
  if (!said.includes('.')) return { kind: 'handle', handle: said, bare: true }
  const { host, path } = splitUrl(said)
  if (telegramHosts.has(host)) return readTelegram(path)
  const parts = path.split(/[/?#]/).filter((part) => part !== '')
  if (accountHosts.has(host)) {
    return { kind: 'site', host, ...(parts[0] === undefined ? {} : { handle: parts[0] }) }
  }
  return { kind: 'site', host, article: parts.length > 0 }
}

function splitUrl(said: string): { host: string; path: string } {
  const bare = said.replace(/^https?:\/\//i, '')
  const slash = bare.search(/[/?#]/)
  const host = (slash < 0 ? bare : bare.slice(0, slash)).toLowerCase().replace(/^www\./, '')
  return { host, path: slash < 0 ? '' : bare.slice(slash) }
}

function readTelegram(path: string): Omit<Address, 'from' | 'to'> {
  const boosts = /[?&]boost/.test(path)
  const parts = path
    .replace(/[?#].*/s, '')
    .split('/')
    .filter((part) => part !== '')
  if (parts[0]?.toLowerCase() === 's') parts.shift()
  const [name = '', ...rest] = parts
  const id = readId(rest.at(-1))
  if (name.toLowerCase() === 'c' && /^\d{5,15}$/.test(rest[0] ?? '')) {
    const handle = `tg${rest[0] ?? ''}`
    return rest.length > 1 && id !== undefined
      ? { kind: 'post', handle, id }
      : { kind: 'channel', handle }
  }
  if (boosts || notChannels.has(name.toLowerCase()) || !/^[a-z]\w{2,63}$/i.test(name)) {
    return { kind: 'invite' }
  }
  return id === undefined ? { kind: 'channel', handle: name } : { kind: 'post', handle: name, id }
}

function readResolve(said: string): Omit<Address, 'from' | 'to'> {
  const handle = /[?&]domain=([a-z]\w{2,63})/i.exec(said)?.[1]
  const id = readId(/[?&]post=(\d+)/.exec(said)?.[1])
  if (handle === undefined) return { kind: 'invite' }
  return id === undefined ? { kind: 'channel', handle } : { kind: 'post', handle, id }
}

function readId(digits: string | undefined): number | undefined {
  return digits !== undefined && /^[1-9]\d{0,9}$/.test(digits) ? Number(digits) : undefined
}

/** The address as a URL, or undefined where it is none. */
export function parseUrl(address: string, base?: string): URL | undefined {
  return URL.canParse(address, base) ? new URL(address, base) : undefined
}

/** Host and path of an address, without user, password and query values, for logs and messages. */
export function redactUrl(address: string): string {
  const url = parseUrl(address)
  if (!url) return 'an address that is not a URL'
  const path = url.pathname.replace(/\/bot\d+:[^/]+/g, '/bot…')
  return `${url.protocol}//${url.host}${path}${url.search ? '?…' : ''}`
}

const privateHosts = [
  /^(localhost|.*\.localhost|.*\.internal|.*\.local)$/,
  /^(0|10|127)\.\d+\.\d+\.\d+$/,
  /^192\.168\.\d+\.\d+$/,
  /^172\.(1[6-9]|2\d|3[01])\.\d+\.\d+$/,
  /^169\.254\.\d+\.\d+$/,
  /^\[(::|::1|f[cd].*|fe80.*|::ffff:.*)\]$/,
]

/** The host is this machine or its own network, as far as its name tells. */
export function isPrivateHost(hostname: string): boolean {
  return privateHosts.some((pattern) => pattern.test(hostname.toLowerCase()))
}

/** A Telegram address taken apart; `channel` is `tg<digits>` for `t.me/c/<digits>/<id>`. */
export interface TelegramAddress {
  channel: string
  id?: number
}

const notChannels = new Set([
  'addemoji',
  'addlist',
  'addstickers',
  'addtheme',
  'bg',
  'boost',
  'confirmphone',
  'contact',
  'iv',
  'joinchat',
  'login',
  'proxy',
  'setlanguage',
  'share',
  'socks',
])

const positive = (digits: string | undefined): number | undefined => {
  const id = /^\d{1,15}$/.test(digits ?? '') ? Number(digits) : 0
  return id > 0 ? id : undefined
}

/** The channel and post that a `t.me` link names; undefined for other links, invites and services. */
export function readTelegramAddress(address: string): TelegramAddress | undefined {
  const bare = /^(t|telegram)\.(me|dog)\//i.test(address)
  const url = parseUrl(bare ? `https://${address}` : address, 'https://t.me')
  if (!url || !/^(www\.)?(t\.me|telegram\.me|telegram\.dog)$/.test(url.hostname)) return undefined
  const parts = url.pathname.split('/').filter((part) => part !== '')
  const path = parts[0] === 's' ? parts.slice(1) : parts
  const [first = '', ...rest] = path
  if (first === 'c') {
    const channel = positive(rest[0])
    return channel === undefined ? undefined : withId(`tg${channel}`, positive(rest.at(-1)), rest)
  }
  if (!/^[A-Za-z]\w{2,63}$/.test(first) || notChannels.has(first.toLowerCase())) return undefined
  return withId(first, positive(rest.at(-1)), ['', ...rest])
}

// In a forum the topic stands before the post: the last number is the post.
function withId(channel: string, id: number | undefined, path: string[]): TelegramAddress {
  return id === undefined || path.length < 2 ? { channel } : { channel, id }
}

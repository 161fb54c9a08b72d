import { nearest } from '../config/nearest.ts'
import { readTelegramAddress } from '../lib/url.ts'
import type { ChannelBook } from '../lib/channel-book.ts'
import type { Archive } from '../model/archive.ts'
import { IntakeError } from '../model/errors.ts'
import { type Signal, signalKey } from '../model/signal.ts'

interface Desk {
  archive: Archive
  channels: ChannelBook
}

/** Numbers beside the one asked for, in which posts to offer are sought. */
const around = 50
const offered = 3

/** The stored signal that a key (`alpha/7`, `@alpha/7`) or a link (https://t.me/alpha/7) names. */
export async function findSignal(desk: Desk, given: string): Promise<Signal> {
  const { archive, channels } = desk
  const named = readKey(given)
  if (named === undefined) throw noKey(given)
  const channel = channels.canonical(named.channel)
  const key = signalKey(channel, named.id)
  const signal = (await archive.signals.get([key])).get(key)
  if (signal !== undefined) return signal
  const met = await archive.signals.channels()
  const stored = met.find((one) => one.channel === channel)
  if (stored === undefined) {
    throw noChannel(key, channel, met)
  }
  const beside = await near(desk, channel, named.id)
  const meant =
    beside.length === 0
      ? `\`search --channel ${channel} WORDS\` finds its ${stored.signals.toLocaleString('en')} signals.`
      : `Did you mean ${beside.join(', ')}?`
  throw new IntakeError('unknown-signal', `There is no signal ${key}. ${meant}`)
}

function readKey(given: string): { channel: string; id: number } | undefined {
  const address = /^(https?:\/\/|t\.me\/|telegram\.)/i.test(given)
    ? readTelegramAddress(given)
    : undefined
  if (address?.id !== undefined) return { channel: address.channel, id: address.id }
  const [, channel, digits] = /^@?([^/\s@]+)\/([1-9]\d{0,14})$/.exec(given) ?? []
  return channel === undefined ? undefined : { channel, id: Number(digits) }
}

const noKey = (given: string) =>
  new IntakeError(
    'no-signal-key',
    `${JSON.stringify(given.slice(0, 80))} names no signal: give channel/number as \`search\` shows it, such as alpha/7, or a link to the post, such as https://t.me/alpha/7.`,
  )

function noChannel(key: string, channel: string, met: readonly { channel: string }[]) {
  const meant = nearest(
    channel,
    met.map((one) => one.channel),
  )
  const next =
    meant === undefined
      ? '`channels` lists those that have.'
      : `Did you mean ${meant}/${key.slice(channel.length + 1)}?`
  return new IntakeError('unknown-signal', `No signal of ${channel} is stored. ${next}`)
}

/** Keys of stored posts whose numbers are next to the one asked for. */
async function near({ archive }: Desk, channel: string, id: number): Promise<string[]> {
  const first = Math.max(1, id - around)
  const ids = Array.from({ length: 2 * around + 1 }, (_, step) => first + step)
  const found = await archive.signals.get(ids.map((each) => signalKey(channel, each)))
  return [...found.values()]
    .sort((a, b) => Math.abs(a.id - id) - Math.abs(b.id - id))
    .slice(0, offered)
    .map(({ key }) => key)
}

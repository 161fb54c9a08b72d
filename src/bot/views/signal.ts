import { derivingKinds, type Link } from '../../model/link.ts'
import { reasonsNotFetched } from '../../lib/reasons-not-fetched.ts'
import type { Picture } from '../../model/picture.ts'
import type { MediaKind, Signal, SignalKey } from '../../model/signal.ts'
import type { Asking } from '../context.ts'
import { bold, foreign, italic, lines, link, nothing, quote, rich, type Rich } from '../rich.ts'
import { shorten } from '../split.ts'
import { nameOrigin } from './name-origin.ts'
import { retellFault } from './retell.ts'
import { postUrl } from './post-url.ts'

/** What is known of signals beside their words. */
export interface SignalFile {
  links: readonly Link[]
  pictures: ReadonlyMap<SignalKey, readonly Picture[]>
}

/** Reads what `renderSignal` shows of these signals. */
export async function readSignalFile(
  { analysis, pictures }: Asking['desk']['archive'],
  keys: readonly SignalKey[],
): Promise<SignalFile> {
  const [links, found] = await Promise.all([analysis.linksFrom(keys), pictures.of(keys)])
  return { links, pictures: found }
}

/** One post with what an editor weighs it by: who, when, in which language, from whom, and its own words. */
export function renderSignal(
  signal: Signal,
  { links, pictures }: SignalFile,
  asking: Asking,
  mostCharacters: number,
): Rich {
  const { words, time, desk } = asking
  const { title, id } = desk.channels.get(signal.channel)
  const name = title === id ? foreign(id) : foreign(title)
  const text =
    signal.text.trim() === ''
      ? italic(words.signal.media)
      : shorten(foreign(signal.text.trim()), mostCharacters)
  return lines([
    rich`${bold(link(name, postUrl(signal)))} · ${time.show(signal.at)} (${words.ago(time.age(signal.at))}) · ${foreign(signal.lang)}${mediaSigns(signal)}`,
    ...derivation(signal, links, asking),
    marks(signal, asking),
    ...reasonsNotFetched(pictures.get(signal.key) ?? []).map(
      (why) =>
        rich`${signs.photo} ${words.signal.notFetched}: ${shorten(retellFault(why, 'picture', words), mostOfWhy)}`,
    ),
    quote(text),
  ])
}

const mostOfWhy = 160

const signs: Readonly<Record<MediaKind, string>> = {
  photo: '📷',
  video: '🎞',
  'round-video': '🎞',
  audio: '🎧',
  voice: '🎙',
  document: '📎',
  sticker: '🏷',
  poll: '📊',
  location: '📍',
}

/** ` · 📷 2 🎞`: what the post shows, by a sign that needs no language, with its number where there are more. */
function mediaSigns({ media }: Signal): string {
  const counts = new Map<string, number>()
  for (const { kind } of media) counts.set(signs[kind], (counts.get(signs[kind]) ?? 0) + 1)
  const told = Array.from(counts, ([sign, count]) => (count === 1 ? sign : `${sign} ${count}`))
  return told.length === 0 ? '' : ` · ${told.join(' ')}`
}

function derivation({ key }: Signal, links: readonly Link[], asking: Asking): Rich[] {
  return links
    .filter(
      (each) => each.from === key && (derivingKinds.has(each.kind) || each.kind === 'variant'),
    )
    .map(({ kind, to }) => rich`↳ ${asking.words.signal[kind]} ${nameTarget(to, asking)}`)
}

/** Where a link leads, as a person reads it: a channel's post, a channel or an outlet. */
export function nameTarget(to: string, { desk }: Pick<Asking, 'desk'>): Rich {
  const [, channel, id] = /^([^:/]+)\/(\d+)$/.exec(to) ?? []
  if (channel === undefined) return nameOrigin(to, desk)
  const { title } = desk.channels.get(channel)
  return link(foreign(title), postUrl({ channel, id: Number(id) }))
}

function marks({ deletedAt, deletion, revision }: Signal, { words }: Asking): Rich | undefined {
  const told = [
    deletedAt === undefined
      ? []
      : [deletion === 'suspected' ? words.signal.maybeDeleted : words.signal.deleted],
    revision > 0 ? [words.signal.edited(revision)] : [],
  ].flat()
  return told.length === 0 ? undefined : rich`⚠️ ${bold(told.join(', '))}${nothing}`
}

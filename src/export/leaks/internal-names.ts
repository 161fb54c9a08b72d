import type { ChannelBook } from '../../lib/channel-book.ts'
import type { Channel } from '../../model/channel.ts'
import type { Edition, Member } from '../../model/desk.ts'
import { derivingKinds, type Link } from '../../model/link.ts'
import type { Signal, SignalKey } from '../../model/signal.ts'
import { scanForm, scanWords } from './scan-form.ts'

/** What a found value is, for the desk to be told; never the value. */
export type SecretKind =
  'channel' | 'title' | 'owner' | 'post' | 'address' | 'media' | 'member' | 'reason'

/**
 * How a value is recognised. `handle`: a public name or id, wherever it stands. `name`: its words in a row.
 * `word`: one ordinary word, only where it is used as a name. `number`: an id of digits. `address`: part of a
 * URL. `passage`: a sentence.
 */
export type SecretForm = 'handle' | 'name' | 'word' | 'number' | 'address' | 'passage'

/** One value that must not leave the desk. */
export interface InternalName {
  kind: SecretKind
  form: SecretForm
  text: string
  /** Permitted names that hold it: standing in one of these it is no leak. */
  within: readonly string[]
}

export interface SecretSources {
  /** Signals of the edition. */
  signals: readonly Signal[]
  channels: Pick<ChannelBook, 'get'>
  /** Links that leave them. */
  links?: readonly Link[]
  members?: readonly Member[]
}

/** A word of fewer letters may well be an ordinary one: Shot, Mash, Insider. */
const distinctiveLetters = 9
/** Shorter notes are said of anything: "wrong figure". */
const passageWords = 4

/** Every name, number and address of what is behind an edition, but those that a naming or the config permits. */
export function collectSecrets(edition: Edition, sources: SecretSources): InternalName[] {
  const { signals, channels, links = [], members = [] } = sources
  const named = new Set(edition.namings.map(({ signal }) => channels.get(channelOf(signal)).id))
  const met = Array.from(channelsBehind(edition, signals, links), (id) => ({
    met: id,
    channel: channels.get(id),
  }))
  const mayBeNamed = ({ id, nameable }: Channel) => nameable || named.has(id)
  const permitted = met.filter(({ channel }) => mayBeNamed(channel)).flatMap(namesOf)
  const closed = met.filter(({ channel }) => !mayBeNamed(channel))
  const isClosed = (id: string) => !mayBeNamed(channels.get(id))
  const found = [
    ...closed.flatMap(({ met: id, channel }) => secretsOf(id, channel)),
    ...signals.flatMap((signal) => secretsOfSignal(signal, isClosed)),
    ...members.flatMap(({ id, name }) => [number('member', id), title('member', name)]),
    ...edition.namings.flatMap(({ by, reason }) => [title('member', by), ...passage(reason)]),
    ...passage(edition.note ?? ''),
  ]
  const ordinary = ordinaryWords(edition, signals)
  const cited = new Set(links.flatMap(({ to }) => (to.startsWith('out:') ? glue(to.slice(4)) : [])))
  const open = new Set(permitted.map(glue))
  return unique(
    found
      .filter(
        ({ text, kind }) =>
          glue(text) !== '' &&
          !open.has(glue(text)) &&
          !(kind === 'title' && cited.has(glue(text))),
      )
      .map((secret) => settle(secret, ordinary, permitted)),
  )
}

type Found = Omit<InternalName, 'within'>

const channelOf = (key: SignalKey) => key.slice(0, key.lastIndexOf('/'))
const glue = (text: string): string => scanWords(text).join('')
const namesOf = ({ channel: { id, title: name, aliases } }: { channel: Channel }) => [
  id,
  name,
  ...aliases,
]

const number = (kind: SecretKind, id: number): Found => ({ kind, form: 'number', text: String(id) })
const title = (kind: SecretKind, text: string): Found => ({ kind, form: 'name', text })
const handle = (kind: SecretKind, text: string): Found => ({ kind, form: 'handle', text })

function passage(text: string): Found[] {
  const words = scanWords(text)
  const telling = words.some((word) => /\d/.test(word) && /\D/.test(word) && word.length > 5)
  const long = words.some((word) => word.length > 12)
  return words.length >= passageWords || telling || long
    ? [{ kind: 'reason', form: 'passage', text }]
    : []
}

/** The story's channels, and those that its signals were forwarded from or derive from. */
function channelsBehind(
  { content }: Edition,
  signals: readonly Signal[],
  links: readonly Link[],
): Set<string> {
  const keys = new Set(content.signals)
  return new Set([
    ...content.signals.map(channelOf),
    ...signals.map(({ channel }) => channel),
    ...signals.flatMap(({ forwardedFrom }) => forwardedFrom?.channel ?? []),
    ...links
      .filter(
        ({ from, kind, to }) => keys.has(from) && derivingKinds.has(kind) && !to.startsWith('out:'),
      )
      .map(({ to }) => (to.startsWith('ch:') ? to.slice(3) : channelOf(to))),
  ])
}

function secretsOf(met: string, { id, title: name, aliases, owner, telegramId }: Channel): Found[] {
  const ids = Array.from(new Set([met, id]))
  return [
    ...ids.flatMap((each) => {
      if (each.startsWith('name:')) return title('title', each.slice(5))
      const digits = /^tg(\d+)$/.exec(each)?.[1]
      return digits === undefined ? handle('channel', each) : number('channel', Number(digits))
    }),
    ...[name, ...aliases].filter((each) => !ids.includes(each)).map((each) => title('title', each)),
    ...(owner === undefined ? [] : [handle('owner', owner)]),
    ...(telegramId === undefined ? [] : [number('channel', telegramId)]),
  ]
}

function secretsOfSignal(
  { key, channel, url, media, forwardedFrom, handedInBy }: Signal,
  isClosed: (channel: string) => boolean,
): Found[] {
  const { channel: origin, title: name } = forwardedFrom ?? {}
  return [
    ...(isClosed(channel)
      ? [
          { kind: 'post', form: 'address', text: key } as const,
          ...(url === undefined ? [] : [address('address', url)]),
          ...media.flatMap(({ url: at, file, sha256 }) => [
            ...(at === undefined ? [] : [address('media', at)]),
            ...(sha256 === undefined ? [] : [handle('media', sha256)]),
            ...(file === undefined ? [] : [handle('media', file)]),
          ]),
        ]
      : []),
    ...(name !== undefined && origin !== undefined && isClosed(origin)
      ? [title('title', name)]
      : []),
    ...(handedInBy === undefined ? [] : [number('member', handedInBy)]),
  ]
}

const address = (kind: SecretKind, url: string): Found => ({
  kind,
  form: 'address',
  text: url.replace(/^[a-z]+:\/\/(?:www\.)?/i, '').replace(/(?<![/#])[/#]+$/, ''),
})

/**
 * Words that mean something else in this edition: what the desk prints on every dispatch, and what channels
 * say in their news that are not called so.
 */
function ordinaryWords(
  { content }: Edition,
  signals: readonly Signal[],
): (text: string) => boolean {
  const { section, byline, accountability, kicker } = content
  const printed = new Set(
    [section, byline, accountability, kicker.beat, kicker.form, kicker.topic].flatMap(scanWords),
  )
  const said = signals.map(({ channel, text }) => ({
    channel: glue(channel),
    words: new Set(scanWords(text)),
  }))
  return (text) => {
    const [word = '', ...more] = scanWords(text)
    if (more.length > 0) return false
    return (
      printed.has(word) ||
      (/^\p{L}+$/u.test(word) &&
        said.some(({ channel, words }) => channel !== word && words.has(word)))
    )
  }
}

/** One word that is short or means something else counts only where it is used as a name. */
function settle(
  secret: Found,
  isOrdinary: (text: string) => boolean,
  permitted: readonly string[],
): InternalName {
  const inside = glue(secret.text)
  const within = permitted.filter((name) => glue(name) !== inside && glue(name).includes(inside))
  const words = scanWords(secret.text)
  const isName = secret.form === 'name' || secret.form === 'handle'
  const [first = ''] = words
  const weak =
    words.length === 1 &&
    /^\p{L}+$/u.test(first) &&
    (first.length < distinctiveLetters || isOrdinary(secret.text))
  return { ...secret, form: isName && weak ? 'word' : secret.form, within }
}

function unique(secrets: readonly InternalName[]): InternalName[] {
  const known = new Map(
    secrets.map((secret) => [`${secret.form} ${scanForm(secret.text)}`, secret]),
  )
  return Array.from(known.values())
}

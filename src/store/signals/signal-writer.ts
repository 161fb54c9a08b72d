import { isDeepStrictEqual } from 'node:util'
import type Database from 'better-sqlite3'
import type { Commit } from '../../model/signal-store.ts'
import type { RawPost } from '../../model/signal.ts'
import { signalKey } from '../../model/signal.ts'
import type { AlbumPart } from './albums.ts'
import { AlbumTable } from './albums.ts'
import { mergePart } from './album-merge.ts'
import type { ChannelTable, StoredChannel } from './channels.ts'
import { nextDeletion } from './deletion.ts'
import { bearsOnProvenance, factsOf, fillFacts } from './facts.ts'
import { firstVersions, laterVersions } from './revise.ts'
import type { SignalRecord } from './signal-record.ts'
import { writeMedia } from './signal-record.ts'
import type { SignalTable } from './signal-table.ts'
import { Touched } from './touched.ts'

/** What a post changes in a stored signal. */
interface Change {
  next: SignalRecord
  isRevised: boolean
}

/** Stores posts one by one and tells what each changed; runs inside the commit's transaction. */
export class SignalWriter {
  private readonly signals: SignalTable
  private readonly channels: ChannelTable
  private readonly albums: AlbumTable

  constructor(db: Database.Database, signals: SignalTable, channels: ChannelTable) {
    this.signals = signals
    this.channels = channels
    this.albums = new AlbumTable(db)
  }

  write({ posts, seenAt, journal }: Pick<Commit, 'posts' | 'seenAt' | 'journal'>): Touched {
    const touched = new Touched()
    const channels = new Map<string, StoredChannel>()
    // Rows follow time, and B-tree and word index are fastest when rows only rise.
    for (const post of posts.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
      const channel = channels.get(post.channel) ?? this.channels.ensure(post.channel)
      channels.set(post.channel, channel)
      if (post.title !== undefined) this.channels.setTitle(channel.channel, post.title)
      const known = this.find(channel.channel, post)
      if (!known) this.insert(channel, post, journal, touched)
      else if (post.handedInBy !== undefined && this.holds(known, post)) touched.unchanged++
      else this.update(known, post, seenAt, journal, touched)
    }
    return touched
  }

  private find(channel: number, post: RawPost): SignalRecord | undefined {
    const known = this.signals.find(channel, post.id)
    if (known) return known
    const row = this.albums.find(channel, post)
    return row === undefined ? undefined : this.signals.at(row)
  }

  private holds({ row, id }: SignalRecord, post: RawPost): boolean {
    return id === post.id || this.albums.parts(row).some((part) => part.id === post.id)
  }

  private insert(
    { channel, name }: StoredChannel,
    post: RawPost,
    journal: number,
    touched: Touched,
  ): void {
    const versions = firstVersions(post)
    const standing = versions.at(-1) ?? { at: post.at, text: post.text }
    const row = this.signals.insert({
      ...factsOf(post),
      channel,
      name,
      id: post.id,
      at: post.at,
      text: standing.text,
      revision: versions.length - 1,
      text_at: standing.at,
      deleted_at: post.deletedAt ?? null,
      deletion: post.deletedAt === undefined ? null : 'declared',
      handed_in_by: post.handedInBy ?? null,
      journal,
    })
    if (versions.length > 1) this.signals.addVersions(row, 0, versions, journal)
    if (post.album !== undefined) {
      const part = { id: post.id, text: standing.text, media: post.media ?? [] }
      this.albums.put(channel, row, post.album, part)
    }
    touched.store(row, signalKey(name, post.id), standing.text, post.deletedAt !== undefined)
  }

  private update(
    known: SignalRecord,
    post: RawPost,
    seenAt: string,
    journal: number,
    touched: Touched,
  ): void {
    const parts = this.albums.parts(known.row)
    const isAlbum = parts.length > 0 || post.album !== undefined
    const worded = isAlbum
      ? this.mergeAlbum(known, parts, post, seenAt, journal)
      : this.revise(known, post, seenAt, journal)
    const facts = { ...worded.next, ...fillFacts(worded.next, post) }
    // One post of an album that went does not take the others with it.
    const deletion = post.id === known.id ? nextDeletion(known, post, seenAt) : known
    const next: SignalRecord = {
      ...facts,
      media: isAlbum ? worded.next.media : facts.media,
      deleted_at: deletion.deleted_at,
      deletion: deletion.deletion,
    }
    touched.change(known, next, worded.isRevised || bearsOnProvenance(known, next))
    if (!isDeepStrictEqual(known, next)) this.signals.update(next)
  }

  private revise(
    known: SignalRecord,
    post: Pick<RawPost, 'text' | 'edits' | 'editedAt'>,
    seenAt: string,
    journal: number,
  ): Change {
    const versions = this.signals.versions(known)
    const later = laterVersions(versions, post, seenAt)
    const last = later.at(-1)
    if (!last) return { next: known, isRevised: false }
    if (known.revision === 0) this.signals.addVersions(known.row, 0, versions, journal)
    this.signals.addVersions(known.row, known.revision + 1, later, journal)
    const revision = known.revision + later.length
    return { next: { ...known, text: last.text, text_at: last.at, revision }, isRevised: true }
  }

  private mergeAlbum(
    known: SignalRecord,
    parts: readonly AlbumPart[],
    post: RawPost,
    seenAt: string,
    journal: number,
  ): Change {
    const merged = mergePart(known, parts, post)
    if (merged.kind === 'edit') {
      const edited = this.revise(known, merged.edit, seenAt, journal)
      // An old payload read again: the album keeps the words it has.
      if (!edited.isRevised) return edited
      this.albums.put(known.channel, known.row, post.album, merged.part)
      return { next: { ...edited.next, media: writeMedia(merged.media) }, isRevised: true }
    }
    for (const part of merged.first) this.albums.put(known.channel, known.row, post.album, part)
    this.albums.put(known.channel, known.row, post.album, merged.part)
    const next = { ...known, text: merged.text, media: writeMedia(merged.media) }
    const isRevised = next.text !== known.text
    if (isRevised) this.signals.completeVersion(next)
    return { next, isRevised }
  }
}

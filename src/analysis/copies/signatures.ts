import { hashOf, hashText } from '../text/hash.ts'
import { type Line, namesChannel, type NormalText, withoutLines } from '../text/normalise.ts'

/** A line that stands at the edge of this many posts of one channel is its signature, not news. */
const signaturePosts = 4

/** Lines looked at from either end of a post. */
const edgeLines = 3

/** Longer lines are text, however often they are repeated. */
const signatureWords = 16

/** A post's text as it is compared; with the signature where it has one. */
export interface Signed {
  normal: NormalText
  signed?: NormalText
  /** Set for a post that is nothing but signature. */
  stock?: boolean
}

/** What each channel writes around its posts, learned from the posts themselves. */
export class SignatureBook {
  /** Posts by the hash of channel and line. */
  private seen = new Map<number, number>()
  /** Of lines not met since the last time rare ones were forgotten. */
  private rare: ReadonlyMap<number, number> = new Map()
  /** Hashes of channel and line in the order in which they became signatures; none ever ceases to be one. */
  private readonly signatures: number[] = []

  /** Counts the lines at the edges of one post of the channel. */
  learn(channel: string, text: NormalText): void {
    this.learnLines(channel, edgesOf(text))
  }

  /** The same from the lines' hashes, each once. */
  learnLines(channel: string, lines: readonly number[]): void {
    for (const line of lines) {
      const key = keyOf(channel, line)
      const posts = this.postsWith(key) + 1
      this.seen.set(key, posts)
      if (posts === signaturePosts) this.signatures.push(key)
    }
  }

  /** What became a signature after the first `count`, to be told to another book. */
  signaturesFrom(count: number): readonly number[] {
    return this.signatures.slice(count)
  }

  /** Takes over what another book found to be signatures. */
  takeOver(signatures: readonly number[]): void {
    for (const key of signatures) this.seen.set(key, signaturePosts)
  }

  /** Lines at the edges of a text that are no signature so far: `strip` answers as now until one becomes one. */
  unsignedOf(channel: string, text: NormalText): number[] {
    return edgesOf(text).filter((line) => !this.isSigned(channel, line))
  }

  /** True where one of the lines is a signature by now. */
  hasSigned(channel: string, lines: readonly number[]): boolean {
    return lines.some((line) => this.isSigned(channel, line))
  }

  private isSigned(channel: string, line: number): boolean {
    return this.postsWith(keyOf(channel, line)) >= signaturePosts
  }

  private postsWith(key: number): number {
    return this.seen.get(key) ?? this.rare.get(key) ?? 0
  }

  /** Forgets lines that are no signature and were not met since the last call: nearly all are written once. */
  forgetRare(): void {
    const lines = Array.from(this.seen)
    this.rare = new Map(lines.filter(([, posts]) => posts < signaturePosts))
    this.seen = new Map(lines.filter(([, posts]) => posts >= signaturePosts))
  }

  /** The text without the channel's signature and without lines that only name the channel. */
  strip(channel: string, title: string, text: NormalText): Signed {
    const edge = new Set(edges(text.lines))
    const normal = withoutLines(
      text,
      (line) => edge.has(line) && this.isSignature(channel, title, text, line),
    )
    if (normal === text) return { normal }
    // A post that is nothing but stock phrases is still that post.
    return normal.words.length === 0 ? { normal: text, stock: true } : { normal, signed: text }
  }

  private isSignature(channel: string, title: string, text: NormalText, line: Line): boolean {
    if (line.to - line.from > signatureWords) return false
    return this.isSigned(channel, line.hash) || namesChannel(text, line, title)
  }
}

const keyOf = (channel: string, line: number) => hashOf(hashText(channel), line)

/** Hashes of the lines where a signature may stand, each once. */
export const edgesOf = ({ lines }: NormalText): number[] => [
  ...new Set(edges(lines).map(({ hash }) => hash)),
]

function edges(lines: readonly Line[]): Line[] {
  if (lines.length <= edgeLines * 2) return [...lines]
  return [...lines.slice(0, edgeLines), ...lines.slice(-edgeLines)]
}

import { mostDifferentBits, type PicturePrint } from './picture-print.ts'

const words = 8

export interface PrintMatch {
  picture: number
  /** Of 256, at most `mostDifferentBits`. */
  differentBits: number
  /** Left and right are exchanged. */
  mirrored: boolean
}

/**
 * The prints of the pictures added last, searched from end to end: a million take 40 MB, and some 10 ms a
 * search. Numbers of pictures are positive integers below 2^53.
 */
export class PrintIndex {
  private readonly most: number
  private pictures: Float64Array
  private prints: Uint32Array
  private count = 0

  /** Holds `most` prints; the next takes the place of the first. */
  constructor(most: number) {
    this.most = most
    const room = Math.min(most, 1024)
    this.pictures = new Float64Array(room)
    this.prints = new Uint32Array(room * words)
  }

  add(picture: number, print: Uint8Array): void {
    const at = this.count % this.most
    if (at >= this.pictures.length) this.grow()
    this.pictures[at] = picture
    this.prints.set(toWords(print), at * words)
    this.count += 1
  }

  /** Pictures that are the same one, whichever way round; the picture itself where it was added before. */
  like({ print, mirrored }: PicturePrint): PrintMatch[] {
    const [plain, turned] = [toWords(print), toWords(mirrored)]
    const matches: PrintMatch[] = []
    for (let at = 0; at < Math.min(this.count, this.most); at += 1) {
      const straight = this.distance(at, plain)
      const reversed = straight > mostDifferentBits ? this.distance(at, turned) : Infinity
      const differentBits = Math.min(straight, reversed)
      if (differentBits > mostDifferentBits) continue
      matches.push({
        picture: this.pictures[at] ?? 0,
        differentBits,
        mirrored: reversed < straight,
      })
    }
    return matches
  }

  /** Stops counting above the threshold. */
  private distance(at: number, sought: Uint32Array): number {
    let bits = 0
    for (let word = 0; word < words && bits <= mostDifferentBits; word += 1)
      bits += countBits((this.prints[at * words + word] ?? 0) ^ (sought[word] ?? 0))
    return bits
  }

  private grow(): void {
    const room = Math.min(this.most, this.pictures.length * 2)
    const [pictures, prints] = [this.pictures, this.prints]
    this.pictures = new Float64Array(room)
    this.pictures.set(pictures)
    this.prints = new Uint32Array(room * words)
    this.prints.set(prints)
  }
}

function toWords(print: Uint8Array): Uint32Array {
  const view = new DataView(print.buffer, print.byteOffset, print.byteLength)
  return Uint32Array.from({ length: words }, (_, at) => view.getUint32(at * 4, true))
}

/** The bits set in 32, added up pairwise, then in fours and eights (Warren, Hacker's Delight, 5-1). */
function countBits(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  bits = (bits + (bits >>> 4)) & 0x0f0f0f0f
  return Math.imul(bits, 0x01010101) >>> 24
}

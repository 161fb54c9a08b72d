interface Frame {
  array: boolean
  /** The key under which it stands in its parent. */
  name: string
  /** Short scalar members met so far, as raw JSON. */
  scalars: Record<string, string>
}

/** One object of a list, as it stands in the document. */
export interface ScannedObject {
  raw: string
  /** Scalar members of the object that holds the list, e.g. a chat's name, type and id. */
  holder: Readonly<Record<string, string>>
}

const noHolder: ScannedObject['holder'] = {}
const longestScalar = 500
const longestObject = 16_000_000

/**
 * Finds the objects of a JSON document's root list, and of every list under the key `messages`, while the
 * document comes in pieces. Each object is found whole before the next is looked at, so a document that
 * is cut off or spoiled in one object still gives all the others.
 */
export class JsonScanner {
  /** Lists that can hold such objects were met, empty or not. */
  metList = false
  readonly #found: ScannedObject[] = []
  readonly #frames: Frame[] = []
  #key = ''
  #inString = false
  #escaped = false
  /** Raw text of the scalar being read; undefined between scalars. */
  #scalar: string | undefined
  #scalarIsKey = false
  /** Pieces of the object being captured and the depth of braces in it. */
  #captured: string[] = []
  #capturedLength = 0
  #captureDepth = 0

  push(text: string): void {
    let from = 0
    for (let at = 0; at < text.length; at += 1) {
      if (this.#captureDepth === 0) {
        if (this.#readOutside(text[at] ?? '')) from = at
      } else if (this.#readInside(text.charCodeAt(at))) {
        this.#capture(text.slice(from, at + 1))
        this.#finishObject()
      }
    }
    if (this.#captureDepth > 0) this.#capture(text.slice(from))
  }

  /** Objects found so far, each handed over once. */
  take(): ScannedObject[] {
    return this.#found.splice(0)
  }

  /** What is left of an object or a document that did not end; undefined where all was closed. */
  unfinished(): string | undefined {
    if (this.#captureDepth > 0) return this.#captured.join('')
    return this.#frames.length > 0 || this.#inString ? '' : undefined
  }

  /** True when an object of a list begins at this character. */
  #readOutside(char: string): boolean {
    if (this.#inString) this.#readString(char)
    else if (char === '"') {
      this.#scalar = char
      this.#inString = true
      this.#scalarIsKey = this.#frames.at(-1)?.array === false && this.#key === ''
    } else if (char === '{' || char === '[') return this.#open(char)
    else if (char === '}' || char === ']') {
      this.#endScalar()
      this.#frames.pop()
      this.#key = ''
    } else if (char === ',') {
      this.#endScalar()
      this.#key = ''
    } else if (!/[\s:]/.test(char)) this.#scalar = (this.#scalar ?? '') + char
    return false
  }

  #open(char: string): boolean {
    const list = this.#frames.at(-1)
    const listed = list?.array === true && (list.name === 'messages' || this.#frames.length === 1)
    if (char === '{' && listed) {
      this.#captureDepth = 1
      return true
    }
    if (char === '[' && (this.#key === 'messages' || !list)) this.metList = true
    this.#frames.push({ array: char === '[', name: this.#key, scalars: {} })
    this.#key = ''
    return false
  }

  #readString(char: string): void {
    const scalar = this.#scalar ?? ''
    if (scalar.length <= longestScalar) this.#scalar = scalar + char
    if (this.#escaped) this.#escaped = false
    else if (char === '\\') this.#escaped = true
    else if (char === '"') {
      this.#inString = false
      if (this.#scalarIsKey) {
        this.#key = this.#scalar?.slice(1, -1) ?? ''
        this.#scalar = undefined
      }
    }
  }

  #endScalar(): void {
    const frame = this.#frames.at(-1)
    const scalar = this.#scalar
    if (frame && !frame.array && scalar !== undefined && scalar.length <= longestScalar) {
      frame.scalars[this.#key] = scalar
    }
    this.#scalar = undefined
  }

  /** True when the captured object ends with this character. */
  #readInside(code: number): boolean {
    if (this.#inString) {
      if (this.#escaped) this.#escaped = false
      else if (code === 92) this.#escaped = true
      else if (code === 34) this.#inString = false
    } else if (code === 34) this.#inString = true
    else if (code === 123) this.#captureDepth += 1
    else if (code === 125) this.#captureDepth -= 1
    return this.#captureDepth === 0
  }

  // An object beyond the limit keeps its beginning, and fails to parse with that in its rejection.
  #capture(piece: string): void {
    if (this.#capturedLength < longestObject) this.#captured.push(piece)
    this.#capturedLength += piece.length
  }

  #finishObject(): void {
    const holder = this.#frames.at(-2)?.scalars ?? noHolder
    this.#found.push({ raw: this.#captured.join(''), holder })
    this.#captured = []
    this.#capturedLength = 0
  }
}

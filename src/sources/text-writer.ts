/** Gathers a text piece by piece in linear time, white space as a browser would show it. */
export class TextWriter {
  readonly #pieces: string[] = []
  #marks: number[] = []

  /** Adds characters; unless `preserve`, runs of white space become one space and none begins a line. */
  write(characters: string, preserve: boolean): void {
    if (preserve) this.#push(characters)
    else {
      const collapsed = characters.replace(/[ \t\n\r\f]+/g, ' ')
      const last = this.#pieces.at(-1)?.at(-1) ?? '\n'
      this.#push(last === ' ' || last === '\n' ? collapsed.replace(/^ /, '') : collapsed)
    }
  }

  breakLine(): void {
    this.#trimLine()
    this.#push('\n')
  }

  /** Sees to it that at least so many line breaks stand at the end, unless nothing is written yet. */
  separate(lineBreaks: number): void {
    if (lineBreaks === 0) return
    this.#trimLine()
    if (this.#pieces.length === 0) return
    let present = 0
    for (let at = this.#pieces.length - 1; at >= 0 && present < lineBreaks; at -= 1) {
      const piece = this.#pieces[at] ?? ''
      const breaks = piece.length - piece.replace(/(?<!\n)\n+$/, '').length
      present += breaks
      if (breaks < piece.length) break
    }
    if (present < lineBreaks) this.#push('\n'.repeat(lineBreaks - present))
  }

  /** Remembers this place for `replaceMarked`; marks nest. */
  mark(): void {
    this.#marks.push(this.#pieces.length)
  }

  /** Replaces what was written since the last mark. */
  replaceMarked(replace: (words: string) => string): void {
    const from = this.#marks.pop() ?? this.#pieces.length
    const words = this.#pieces.splice(from).join('')
    this.#push(replace(words))
  }

  read(): string {
    return this.#pieces.join('').trim()
  }

  #push(piece: string): void {
    if (piece !== '') this.#pieces.push(piece)
  }

  #trimLine(): void {
    for (let piece = this.#pieces.pop(); piece !== undefined; piece = this.#pieces.pop()) {
      let end = piece.length
      while (end > 0 && (piece[end - 1] === ' ' || piece[end - 1] === '\t')) end -= 1
      if (end > 0) {
        this.#pieces.push(piece.slice(0, end))
        break
      }
    }
    this.#marks = this.#marks.map((mark) => Math.min(mark, this.#pieces.length))
  }
}

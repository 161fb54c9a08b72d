import { Session } from 'node:inspector'

/** What runs of Intake and of the parsers it uses, block by block, by V8's precise coverage. */
export class Coverage {
  readonly #session = new Session()
  readonly #seen = new Set<string>()

  constructor() {
    this.#session.connect()
    this.#session.post('Profiler.enable')
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  }

  /** Blocks met so far. */
  get size(): number {
    return this.#seen.size
  }

  /** The blocks that ran since it was last asked and never had before. */
  takeNew(): Set<string> {
    const fresh = new Set(this.takeAll().filter((block) => !this.#seen.has(block)))
    for (const block of fresh) this.#seen.add(block)
    return fresh
  }

  /** All blocks that ran since it was last asked. */
  takeAll(): string[] {
    const blocks: string[] = []
    // The inspector answers a session of its own thread before `post` returns.
    this.#session.post('Profiler.takePreciseCoverage', (_error, { result }) => {
      for (const { url, functions } of result)
        if (isWatched(url))
          for (const { ranges } of functions)
            for (const { startOffset, endOffset, count } of ranges)
              if (count > 0) blocks.push(`${url}:${startOffset}-${endOffset}`)
    })
    return blocks
  }
}

const parsers = /node_modules\/(?:@rowanmanning|cheerio|parse5|htmlparser2|domhandler|yaml)/

const isWatched = (url: string) =>
  url.includes('/src/') ? !url.includes('node_modules') : parsers.test(url)

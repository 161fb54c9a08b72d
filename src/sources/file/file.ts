import { open, type FileHandle } from 'node:fs/promises'
import type { Delivery, PollRequest, Source } from '../../model/delivery.ts'
import { SourceError } from '../../model/errors.ts'
import type { FileChunk } from './file-chunk.ts'
import { findStart, fingerprint, readFileCursor, type FileCursor } from './file-cursor.ts'
import { chunkDocument } from './file-document.ts'
import { detectFileFormat, headBytes, type FileFormat } from './file-format.ts'
import { chunkLines } from './file-lines.ts'
import { sourceFaults } from '../../lib/source-faults.ts'

// A function, as the compiler would take the first check to hold after an await.
const isAborted = (signal: AbortSignal): boolean => signal.aborted

/** How far the poll that runs, or ran last, has read. */
export interface FileProgress {
  bytesRead: number
  size: number
}

/**
 * An export file: JSON Lines, Telegram Desktop's result.json or Telethon rows, recognised by content and
 * read as a stream. A file that has grown is read from where it ended, a replaced one from its beginning.
 * `channel` names the channel where the file does not; an account's export has a name for each of its own.
 */
export class FileSource implements Source {
  readonly name: string
  readonly #path: string
  readonly #channel: string | undefined
  #progress: FileProgress = { bytesRead: 0, size: 0 }

  constructor(path: string, channel?: string) {
    this.name = `file:${path}`
    this.#path = path
    this.#channel = channel
  }

  get progress(): FileProgress {
    return this.#progress
  }

  async *poll({ cursor, signal }: PollRequest): AsyncGenerator<Delivery> {
    if (signal.aborted) return
    const file = await this.#open()
    try {
      const { size, mtimeMs } = await file.stat()
      const start = await findStart(file, { size, mtimeMs }, readFileCursor(cursor))
      this.#progress = { bytesRead: start?.offset ?? size, size }
      if (!start || start.offset >= size) return
      const format = await this.#detect(file)
      if (!format) return
      for await (const { chunk, last } of markLast(this.#chunks(file, format, start, size))) {
        if (isAborted(signal)) return
        const { offset, count } = chunk
        const print = await fingerprint(file, offset)
        const reached: FileCursor = { size, mtimeMs, offset, count, print, done: last }
        yield { payload: this.#payload(chunk, format), cursor: JSON.stringify(reached) }
      }
    } finally {
      await file.close()
    }
  }

  async #open(): Promise<FileHandle> {
    const file = await open(this.#path, 'r').catch((cause: unknown) => {
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
      const told = sourceFaults.say('notOpened', { code })
      throw new SourceError('missing-file', `${this.name}: ${told}`, { cause })
    })
    if ((await file.stat()).isFile()) return file
    await file.close()
    throw new SourceError('missing-file', `${this.name}: ${sourceFaults.say('notAFile')}`)
  }

  /** Undefined for a file in which nothing stands yet. */
  async #detect(file: FileHandle): Promise<FileFormat | undefined> {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    const head = buffer.subarray(0, bytesRead)
    if (/^\s*$/.test(head.toString('utf8'))) return undefined
    const format = detectFileFormat(head)
    if (typeof format !== 'string') return format
    const told = sourceFaults.say('notRead', { said: format })
    throw new SourceError('unknown-format', `${this.name}: ${told}`)
  }

  #chunks(
    file: FileHandle,
    { kind, shape }: FileFormat,
    start: { offset: number; count: number },
    size: number,
  ): AsyncIterable<FileChunk> {
    const bytes = this.#count(
      file.createReadStream({ start: start.offset, end: size - 1, autoClose: false }),
    )
    if (shape === 'lines') return chunkLines(bytes, start)
    const holds = kind === 'telegram-desktop' ? 'chats' : 'rows'
    return chunkDocument(bytes, { skip: start.count, holds })
  }

  async *#count(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const block of blocks) {
      const { bytesRead, size } = this.#progress
      this.#progress = { bytesRead: bytesRead + block.length, size }
      yield block
    }
  }

  #payload({ body, meta }: FileChunk, format: FileFormat): Delivery['payload'] {
    const { kind, peer, account } = format
    return {
      source: this.name,
      kind,
      ...(this.#channel !== undefined && !account && { channel: this.#channel }),
      address: this.#path,
      receivedAt: new Date().toISOString(),
      body,
      meta: { ...meta, ...(peer !== undefined && { peer }) },
    }
  }
}

async function* markLast(
  chunks: AsyncIterable<FileChunk>,
): AsyncGenerator<{ chunk: FileChunk; last: boolean }> {
  let held: FileChunk | undefined
  for await (const chunk of chunks) {
    if (held) yield { chunk: held, last: false }
    held = chunk
  }
  if (held) yield { chunk: held, last: true }
}

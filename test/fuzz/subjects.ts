import { ok } from 'node:assert/strict'
import { actionSchema } from '../../src/bot/action.ts'
import { readCommand, readUpdate } from '../../src/bot/update.ts'
import { checkConfig } from '../../src/config/load.ts'
import { readGhostPosts } from '../../src/export/targets/ghost-api.ts'
import { readPost } from '../../src/export/targets/wordpress-api.ts'
import { readPublished } from '../../src/intake/read-published.ts'
import type { PayloadKind } from '../../src/model/delivery.ts'
import { IntakeError } from '../../src/model/errors.ts'
import { parseInstant } from '../../src/lib/time.ts'
import { readers } from '../../src/sources/readers.ts'
import { readQuery, toMatch } from '../../src/store/search/search-query.ts'

/** Gives bytes to a parser; throws where the answer is neither a value nor an error that Intake foresees. */
export type Subject = (bytes: Uint8Array) => void

const foreseen =
  (parse: Subject): Subject =>
  (bytes) => {
    try {
      parse(bytes)
    } catch (error) {
      if (!(error instanceof IntakeError) || error.message === '') throw error
    }
  }

const reader = (kind: PayloadKind): Subject =>
  foreseen((body) => {
    const { posts, rejected, ignored } = readers[kind]({
      source: 'fuzz',
      kind,
      channel: 'alpha',
      receivedAt: '2026-03-01T10:00:00Z',
      body,
    })
    ok(Number.isSafeInteger(ignored) && ignored >= 0, 'what is passed over is counted')
    for (const { channel, id, at, text } of posts) {
      ok(Number.isSafeInteger(id), `id ${id}`)
      ok(typeof channel === 'string' && typeof text === 'string', 'words are words')
      ok(parseInstant(at) !== undefined, `time ${at}`)
    }
    for (const { reason, place, detail } of rejected) ok(reason && place && detail, 'named')
  })

const words = (parse: (text: string) => unknown): Subject =>
  foreseen((bytes) => {
    parse(new TextDecoder().decode(bytes))
  })

const json = (parse: (value: unknown) => unknown): Subject =>
  words((text) => {
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      return
    }
    parse(value)
  })

/** Every parser of what strangers write, by the name it is fuzzed under. */
export const subjects: Readonly<Record<string, Subject>> = {
  preview: reader('telegram-preview'),
  feed: reader('feed'),
  jsonl: reader('jsonl'),
  'telegram-desktop': reader('telegram-desktop'),
  telethon: reader('telethon'),
  update: (bytes) => {
    reader('telegram-update')(bytes)
    words(readUpdate)(bytes)
  },
  config: words((text) => checkConfig('intake.yaml', text)),
  search: words((text) => toMatch(readQuery(text))),
  archive: words(readPublished),
  cms: json((value) => [readPost(value), readGhostPosts(value)]),
  press: (bytes) => {
    words((text) => readCommand(text, 'desk_bot'))(bytes)
    json((value) => actionSchema.safeParse(value))(bytes)
  },
}

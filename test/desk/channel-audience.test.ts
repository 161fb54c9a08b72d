import { describe, expect, it } from 'vitest'
import { channelAudience } from '../../src/desk/notices/channel-audience.ts'
import type { ChannelEventKind } from '../../src/model/channel-event.ts'
import type { Watch } from '../../src/model/watch.ts'
import { chief, editor, reader } from '../helpers/review-desk.ts'

const members = [editor, chief, reader]

const watching = (member: number, channel: string, chat = member, thread?: number): Watch => ({
  member,
  chat,
  ...(thread === undefined ? {} : { thread }),
  subject: { kind: 'channel', channel },
  since: '2026-03-01T00:00:00Z',
  watch: 1,
})

const toldOf = (kind: ChannelEventKind, watches: readonly Watch[] = []) =>
  channelAudience({ channel: 'alpha', kind }, watches, members)

describe('who is told what became of a channel', () => {
  it('is every editor and chief, in private', () => {
    expect(toldOf('replaced').map(({ chat }) => chat)).toEqual([editor.id, chief.id])
  })

  it('is of silence and its end the chiefs only', () => {
    for (const kind of ['silent', 'back'] as const)
      expect(toldOf(kind)).toEqual([{ chat: chief.id, member: chief.id }])
  })

  it('is who watches it, in the chat and topic where they do, and not in private too', () => {
    const told = toldOf('gone', [watching(editor.id, 'Alpha', -100_77, 5)])
    expect(told).toEqual([
      { chat: -100_77, member: editor.id, thread: 5 },
      { chat: chief.id, member: chief.id },
    ])
  })

  it('is nobody who watches another channel, or something else', () => {
    const words: Watch = { ...watching(reader.id, ''), subject: { kind: 'words', words: 'alpha' } }
    const told = toldOf('moved', [watching(reader.id, 'beta'), words])
    expect(told.map(({ member }) => member)).not.toContain(reader.id)
  })
})

import { describe, expect, it } from 'vitest'
import { ReadAhead, snapshotOf } from '../../src/intake/read-ahead.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import { toSignal } from '../helpers/to-signal.ts'

const batches = [1, 2, 3].map((id) => [
  toSignal({ channel: 'alpha', id, at: '2026-03-01T08:00:00Z', text: 'Explosions in Odesa' }),
])

describe('ReadAhead', () => {
  it('leaves all reading to this thread where there is only one', async () => {
    const channels = new ChannelBook([])
    const readAhead = new ReadAhead(channels, snapshotOf(channels), 1)
    readAhead.ask(batches)
    for (const batch of batches) expect(await readAhead.take(batch)).toBeUndefined()
  })

  it('leaves to this thread what the other has not begun', async () => {
    const readAhead = new ReadAhead(new ChannelBook([]), undefined, 2)
    readAhead.ask(batches)
    // The other thread takes seconds to load.
    for (const batch of batches) expect(await readAhead.take(batch)).toBeUndefined()
    readAhead.close()
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sourceFaults } from '../../src/lib/source-faults.ts'
import { testReadBack } from '../helpers/read-back.ts'

describe('why a source can’t be read', () => {
  testReadBack(sourceFaults, 'the next poll tries again', {
    status: fc.integer({ min: 300, max: 599 }).map(String),
    code: fc.constantFrom('ENOTFOUND', 'no connection'),
    size: fc.constant('10,000 kB'),
  })

  test('is read where a fault is told within another', () => {
    const said = sourceFaults.say('apiFault', { answer: '502: Bad Gateway' })
    expect(sourceFaults.read(sourceFaults.say('retried', { said }))).toEqual([
      { kind: 'known', key: 'retried', gaps: { said } },
    ])
    expect(sourceFaults.readOne(said)).toMatchObject({ key: 'apiFault' })
  })
})

import type { Edition } from '../../src/model/desk.ts'
import type { Stub } from '../../src/model/stub.ts'

/** The first edition of a stub as it was approved, unless overridden. */
export function makeEdition(content: Stub, overrides: Partial<Edition> = {}): Edition {
  return {
    dispatch: 'wire-5f0c',
    edition: 1,
    stub: content.stub,
    kind: 'new',
    at: '2026-07-10T18:10:00Z',
    content: { ...content, state: 'approved' },
    namings: [],
    ...overrides,
  }
}

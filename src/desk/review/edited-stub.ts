import type { DeskRecord } from '../../model/desk.ts'
import type { Stub } from '../../model/stub.ts'
import { composeStub, type StubInput } from '../compose/compose.ts'
import { applyEdits } from './edits.ts'
import { withOverride, withRaisedNote } from './override.ts'
import { withoutSetAside } from './set-aside.ts'

/** The stub as people have worked on it: what they set aside, named, marked and judged first, their own words last. */
export function composeEdited(input: StubInput, record: DeskRecord): Stub {
  const seen = withOverride(withoutSetAside(input.story, record), record)
  const story = {
    ...seen,
    notStated: seen.notStated.filter((detail) => !record.stated.has(detail)),
  }
  const reviewed = story.signals.filter(
    (key) => record.reviews.get(key)?.verdict === 'reviewed',
  ).length
  const composed = composeStub({ ...input, story, reviewed, named: new Set(record.namings.keys()) })
  const edited = applyEdits(withRaisedNote(composed, story, record), record)
  return { ...edited, state: record.state }
}

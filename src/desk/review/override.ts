import type { DeskRecord } from '../../model/desk.ts'
import type { Origin, Story } from '../../model/story.ts'
import type { Paragraph, Stub } from '../../model/stub.ts'

/** The story as an editor's override lets it be told: origins held to be one are merged, or all are withdrawn. */
export function withOverride(story: Story, { override }: DeskRecord): Story {
  if (override === undefined || override.sourcing === story.sourcing) return story
  const reason = `${override.by} judges it ${override.sourcing}: ${override.reason}`
  switch (override.sourcing) {
    case 'withdrawn':
      return {
        ...story,
        sourcing: 'withdrawn',
        reason,
        origins: story.origins.map((origin) => ({ ...origin, withdrawn: true })),
      }
    case 'single-source':
    case 'echoed':
      return { ...story, sourcing: override.sourcing, reason, origins: merged(story, reason) }
    default:
      // More than the posts show is said beside what they show: see `withRaisedNote`.
      return standing(story) < 2 ? story : { ...story, sourcing: override.sourcing, reason }
  }
}

/** Says in the stub that editors hold the story for better sourced than its posts show. */
export function withRaisedNote(stub: Stub, story: Story, { override }: DeskRecord): Stub {
  if (override === undefined || override.sourcing === story.sourcing) return stub
  const text = `The desk's editors judge it ${override.sourcing}, on grounds beyond the posts gathered here.`
  const said = { text, spans: [] }
  const last: Paragraph = [
    ...(stub.body.at(-1) ?? []).filter((sentence) => sentence.text !== stub.corroboration),
    said,
  ]
  return {
    ...stub,
    sourcing: override.sourcing,
    sourcingNote: `${stub.sourcingNote} ${text}`,
    corroboration: '',
    body: [...stub.body.slice(0, -1), last],
    tldr: [...stub.tldr, said],
  }
}

const standing = ({ origins }: Story) => origins.filter(({ withdrawn }) => !withdrawn).length

function merged({ origins, signals }: Story, reason: string): readonly Origin[] {
  const [first] = origins
  return first === undefined ? [] : [{ ...first, signals, reason }]
}

import type { Story } from '../../model/story.ts'
import type { Sentence } from '../../model/stub.ts'
import { reportNoun } from './carriage.ts'
import type { Telling } from './telling.ts'
import { capitalise, counted, numeral } from './wording.ts'

const said = (text: string): Sentence => ({ text, spans: [] })

/** Why a withdrawn story no longer stands; it opens its stub. */
export function describeWithdrawal(story: Story, tellings: readonly Telling[]): Sentence {
  return said(
    `This ${reportNoun(story)} has been withdrawn and must not be used: ${whyWithdrawn(tellings)}.`,
  )
}

function whyWithdrawn(tellings: readonly Telling[]): string {
  const deleted = tellings.filter(({ signal }) => signal.deletedAt !== undefined)
  if (deleted.length === 0) return 'the source that made it has taken it back'
  const declared = deleted.some(({ signal }) => signal.deletion !== 'suspected')
  const posts = deleted.length === 1 ? 'the post it rests on' : `the posts it rests on`
  const has = deleted.length === 1 ? 'has' : 'have'
  if (deleted.length === tellings.length && tellings.length > 1) {
    return declared
      ? 'every post of it has been deleted'
      : 'every post of it is gone from its channel'
  }
  return declared
    ? `${posts} ${has} been deleted`
    : `${posts} ${deleted.length === 1 ? 'is' : 'are'} gone from the channel, and appear${deleted.length === 1 ? 's' : ''} to have been deleted`
}

/** What happened to the posts since they were made. */
export function describeChanges(
  story: Story,
  tellings: readonly Telling[],
  lead: Telling | undefined,
  when: (at: string) => string,
): Sentence[] {
  const gone = (kind: 'declared' | 'suspected') =>
    tellings.filter(
      ({ signal }) => signal.deletedAt !== undefined && (signal.deletion ?? 'declared') === kind,
    ).length
  // A withdrawn story has said at its head what was deleted.
  const deletions =
    story.sourcing === 'withdrawn'
      ? []
      : [
          deletionSentence(gone('declared'), tellings.length, [
            'has since been deleted',
            'have since been deleted',
          ]),
          deletionSentence(gone('suspected'), tellings.length, [
            'is no longer shown by its channel and may have been deleted',
            'are no longer shown by their channels and may have been deleted',
          ]),
        ]
  return [...deletions, editSentence(tellings, lead, when), withdrawnOrigins(story)].flatMap(
    (text) => (text === '' ? [] : [said(text)]),
  )
}

function withdrawnOrigins({ origins, sourcing }: Story): string {
  const count = origins.filter(({ withdrawn }) => withdrawn).length
  if (count === 0 || sourcing === 'withdrawn') return ''
  return `${capitalise(counted(count, 'origin'))} ${count === 1 ? 'has' : 'have'} withdrawn it and ${count === 1 ? 'is' : 'are'} no longer counted.`
}

function deletionSentence(count: number, all: number, [one, many]: [string, string]): string {
  if (count === 0) return ''
  if (all === 1) return `The post ${one}.`
  if (count === all) return `${all === 2 ? 'Both' : `All ${numeral(all)}`} posts ${many}.`
  return `${capitalise(numeral(count))} of the ${counted(all, 'post')} ${count === 1 ? one : many}.`
}

function editSentence(
  tellings: readonly Telling[],
  lead: Telling | undefined,
  when: (at: string) => string,
): string {
  const edited = tellings.filter(({ signal }) => signal.revision > 0)
  const [only] = edited
  if (only === undefined) return ''
  const lastEdit = lead?.signal.revisions.at(-1)?.at
  if (lead !== undefined && lead.signal.revision > 0 && lastEdit !== undefined) {
    return `The post was edited ${when(lastEdit)}; the words above are those that stand.`
  }
  return edited.length === 1
    ? `${tellings.length === 1 ? 'The post' : 'One of the posts'} has been edited since it was made.`
    : `${capitalise(numeral(edited.length))} of the posts have been edited since they were made.`
}

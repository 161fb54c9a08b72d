import { outletName } from '../../src/desk/compose/outlet-name.ts'
import { loadConfig } from '../../src/config/load.ts'
import { ReviewDesk } from '../../src/desk/review/review-desk.ts'
import { Drafter } from '../../src/jobs/drafter.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import type { AnalysisResult } from '../../src/model/analysis.ts'
import type { Archive } from '../../src/model/archive.ts'
import type { Act, Member } from '../../src/model/desk.ts'
import type { StubFlag } from '../../src/model/stub-flag.ts'
import type { RawPost } from '../../src/model/signal.ts'
import type { Story } from '../../src/model/story.ts'
import type { Stub } from '../../src/model/stub.ts'
import { makeOrigin, makeStory } from './make-story.ts'
import { makeProject } from './project.ts'
import { commitPosts, tempArchive } from './temp-archive.ts'

export const editor: Member = { id: 11, name: 'Dana', role: 'editor', from: 'config' }
export const otherEditor: Member = { id: 12, name: 'Omer', role: 'editor', from: 'config' }
export const chief: Member = { id: 13, name: 'Ruth', role: 'chief', from: 'config' }
export const reader: Member = { id: 14, name: 'Yael', role: 'reader', from: 'config' }

export const atSumy: readonly RawPost[] = [
  { channel: 'alpha', id: 1, at: '2026-03-04T02:01:00Z', text: 'Three were hurt at Sumy.' },
  { channel: 'beta', id: 1, at: '2026-03-04T02:05:00Z', text: 'A strike on Sumy hurt four.' },
]

export interface DeskAtWork {
  archive: Archive
  desk: ReviewDesk
  drafter: Drafter
  /** What `onAct` was told. */
  told: { stub: Stub; act: Act }[]
  flags: StubFlag[]
  /** Stores the story anew, as a judgement of its signals would, and drafts it. */
  judge: (overrides?: Partial<Story>) => Promise<void>
}

/** A desk with one drafted story, number 12: two origins, alpha and beta, disagree on how many were hurt. */
export async function deskAtWork(targets: readonly string[] = []): Promise<DeskAtWork> {
  const { config: file } = await makeProject()
  const { config } = loadConfig(file, {})
  const archive = tempArchive()
  let seconds = 0
  const clock = () => new Date(Date.parse('2026-03-04T04:00:00Z') + ++seconds * 1000)
  const flags: StubFlag[] = []
  const drafter = new Drafter({
    archive,
    config,
    clock,
    channels: new ChannelBook([]),
    nameOutlet: outletName,
    onFlags: (found) => flags.push(...found),
  })
  const told: DeskAtWork['told'] = []
  const desk = new ReviewDesk({
    archive,
    compose: (story, record) => drafter.compose(story, record),
    targets,
    clock,
    newDispatch: () => 'wire-1',
    onAct: (stub, act) => told.push({ stub, act }),
  })
  await commitPosts(archive, atSumy)
  let drafted = 0
  const judge = async (overrides: Partial<Story> = {}) => {
    const signals = await archive.signals.get(['alpha/1', 'beta/1'])
    const story = makeStory([...signals.values()], { ...twoOrigins, ...overrides })
    await archive.analysis.save({ ...nothingChanged, stories: [story] })
    for await (const stubs of drafter.draftPending()) drafted += stubs.length
  }
  await judge()
  if (drafted === 0) throw new Error('The story was not drafted')
  return { archive, desk, drafter, told, flags, judge }
}

const twoOrigins: Partial<Story> = {
  origins: [makeOrigin('ch:alpha', ['alpha/1']), makeOrigin('ch:beta', ['beta/1'])],
  sourcing: 'contested',
  event: 'strike',
  conflicts: [
    {
      detail: 'wounded',
      values: [
        { value: '3', signals: ['alpha/1'], origins: ['ch:alpha'] },
        { value: '4', signals: ['beta/1'], origins: ['ch:beta'] },
      ],
    },
  ],
  notStated: ['target locations', 'the weapon used'],
}

const nothingChanged: AnalysisResult = {
  languages: [],
  prints: [],
  relinked: [],
  links: [],
  stories: [],
  merged: [],
  history: [],
  suggestions: [],
}

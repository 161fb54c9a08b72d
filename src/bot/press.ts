import type { AskedAct } from '../desk/review/permit.ts'
import { mayAct } from '../desk/review/member-book.ts'
import type { Role } from '../model/desk.ts'
import type { Action, ActionOf } from './action.ts'
import { showChannels } from './commands/channels.ts'
import { showDrafts } from './commands/drafts.ts'
import { chooseLanguage } from './commands/language.ts'
import { resumeDeliveries, showDeliveries } from './commands/export.ts'
import { decidePair, showPair, withdrawDecision } from './commands/pair.ts'
import { showSearch } from './commands/search.ts'
import { showSignals, showStory, withStory } from './commands/story.ts'
import { showStub } from './commands/stub.ts'
import { createTree } from './commands/tree.ts'
import { takeBack } from './commands/undo.ts'
import { endWatch, startWatch } from './commands/watch.ts'
import { showWire } from './commands/wire.ts'
import type { Asking } from './context.ts'
import type { Menus } from './menus.ts'
import { actOnStub, askForWords } from './review/act.ts'
import { showCard } from './review/card.ts'
import { showDryRun } from './review/dry-run.ts'
import { showParts } from './review/parts.ts'
import { previewStub } from './review/preview.ts'
import { showSignalToReview } from './review/signals.ts'
import { type Reply, toast } from './screen.ts'

type Handlers = { [Do in Action['do']]: (asking: Asking, action: ActionOf<Do>) => Promise<Reply> }

/** Actions that change what others see; the others a reader may do. */
const editorsOnly: ReadonlySet<Action['do']> = new Set([
  'card',
  'review',
  'parts',
  'act',
  'ask',
  'deliveries',
  'resume',
  'dry-run',
  'pair',
  'decide',
  'withdraw',
  'undo',
])

export const roleFor = (action: Action): Role => (editorsOnly.has(action.do) ? 'editor' : 'reader')

/** What each button does; the role is looked at here, at the moment it is pressed. */
export function createPress(
  menus: Menus,
  help: (asking: Asking) => Promise<Reply>,
): (asking: Asking, action: Action) => Promise<Reply> {
  const tree = createTree()
  const ofStory = (asking: Asking, story: number, show: Parameters<typeof withStory>[2]) =>
    withStory(asking, String(story), show)
  const handlers: Handlers = {
    wire: (asking, action) => showWire(asking, action),
    story: (asking, { story }) => ofStory(asking, story, (found) => showStory(asking, found)),
    signals: (asking, { story, offset }) =>
      ofStory(asking, story, (found) => showSignals(asking, found, offset)),
    tree: (asking, { story }) => ofStory(asking, story, (found) => tree.show(asking, found)),
    search: (asking, { query, offset }) => showSearch(asking, query, offset),
    channels: (asking, { offset }) => showChannels(asking, offset),
    drafts: (asking, { offset }) => showDrafts(asking, offset),
    stub: (asking, { story }) => showStub(asking, story),
    card: (asking, { story }) => showCard(asking, story),
    review: (asking, { story, offset }) => showSignalToReview(asking, story, offset),
    parts: (asking, action) => showParts(asking, action),
    // What was stored is what this version asked for; `permit.ts` judges it like anything else.
    act: (asking, { story, asked, base }) =>
      actOnStub(asking, story, asked as unknown as AskedAct, base),
    ask: (asking, action) => askForWords(asking, action),
    preview: (asking, action) => previewStub(asking, action),
    deliveries: (asking, { story }) => showDeliveries(asking, story),
    'dry-run': (asking, { story }) => showDryRun(asking, story),
    resume: (asking, { story }) => resumeDeliveries(asking, story),
    watch: (asking, { story, kind }) => startWatch(asking, { kind, story }),
    unwatch: (asking, { watch }) => endWatch(asking, watch),
    pair: (asking, action) => showPair(asking, action),
    decide: (asking, action) => decidePair(asking, action),
    withdraw: (asking, action) => withdrawDecision(asking, action),
    undo: (asking, action) => takeBack(asking, action, menus),
    language: (asking, { language }) => chooseLanguage(asking, language, menus),
    help,
  }
  return (asking, action) => {
    const needs = roleFor(action)
    if (!mayAct(asking.member.role, needs))
      return Promise.resolve(toast(asking.words.needsRole(needs)))
    const handle = handlers[action.do] as (asking: Asking, action: Action) => Promise<Reply>
    return handle(asking, action)
  }
}

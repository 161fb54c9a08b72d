import type { DeskConfig } from '../../config/schema.ts'
import type { Channel } from '../../model/channel.ts'
import type { Link } from '../../model/link.ts'
import type { Signal, SignalKey } from '../../model/signal.ts'
import type { Story } from '../../model/story.ts'
import type { BlindPeriod, EarlierStory, OldPicture, PriorRef, Stub } from '../../model/stub.ts'
import { composeBody } from './body.ts'
import { channelCount } from './carriage.ts'
import { composeHeadline } from './headline.ts'
import { composeKicker } from './kicker.ts'
import { proseLanguage } from './languages.ts'
import { chooseLead } from './lead.ts'
import { type NameOutlet, outletName } from './outlet-name.ts'
import { describeReturn } from './return-note.ts'
import { slugOf } from './slug.ts'
import { describeSources } from './source-lines.ts'
import { composeSourcingNote } from './sourcing-note.ts'
import { judgeStrength } from './strength.ts'
import { readTellings } from './telling.ts'
import { composeTldr } from './tldr.ts'
import { deskWindow } from './window.ts'

export interface StubInput {
  story: Story
  /** Signals of the story; others are ignored. */
  signals: readonly Signal[]
  /** Links that leave them; others are ignored. */
  links: readonly Link[]
  channels: (id: string) => Channel
  prior: readonly PriorRef[]
  earlier?: readonly EarlierStory[]
  blind?: readonly BlindPeriod[]
  oldPictures?: readonly OldPicture[]
  desk: DeskConfig
  /** How cited outlets are called; `createOutletNamer` makes it of the gazetteer. */
  outlets?: NameOutlet
  /** How many of the signals an editor has reviewed. */
  reviewed?: number
  /** Signals whose channels may be named for what these signals say, by an editor's permission. */
  named?: ReadonlySet<SignalKey>
  /** "On Friday" is told from here. */
  composedAt: string
}

/**
 * A draft made of the words of the signals, each with its attribution. Pure: the same input gives the same
 * stub, `version` 1 and `state` draft, which the store keeps up.
 */
export function composeStub(input: StubInput): Stub {
  const {
    story,
    prior,
    earlier = [],
    blind = [],
    oldPictures = [],
    desk,
    composedAt,
    outlets: nameOutlet = outletName,
  } = input
  const tellings = readTellings(input, nameOutlet)
  const inStory = new Set(story.signals)
  const ownLinks = input.links.filter(({ from }) => inStory.has(from))
  const lead = chooseLead(story, tellings, desk.languages)
  const sourcing = composeSourcingNote(story, tellings, nameOutlet, ownLinks)
  const headline = composeHeadline(story, lead, tellings)
  const sourceNote: Stub['sourceNote'] = {
    primary: 'Internal intake',
    reviewedSignals: input.reviewed ?? 0,
    signals: story.signals.length,
    window: deskWindow(story.firstAt, story.lastAt, desk.timezone),
  }
  const channels = [lead?.telling.channel, ...tellings.map(({ channel }) => channel)]
  const words = lead?.opening.map(({ text }) => text).join(' ') ?? ''
  return {
    stub: story.story,
    story: story.story,
    version: 1,
    state: 'draft',
    section: desk.section,
    kicker: composeKicker(
      story.event,
      channels.filter((channel) => channel !== undefined),
      desk,
    ),
    strength:
      story.returned === undefined
        ? judgeStrength(story.event, channelCount(tellings), words)
        : 'weak',
    headline,
    slug: slugOf(headline, story.story),
    byline: desk.byline,
    lang: proseLanguage,
    sourceNote,
    tldr: [...describeReturn(story, desk.timezone), ...composeTldr(story, lead, sourcing)],
    ...composeBody({ story, lead, tellings, prior, desk, sourcing, composedAt }),
    prior,
    ...(earlier.length === 0 ? {} : { earlier }),
    ...(blind.length === 0 ? {} : { blind }),
    ...(oldPictures.length === 0 ? {} : { oldPictures }),
    notStated: story.notStated,
    sourcing: story.sourcing,
    sourcingNote: sourcing.note,
    corroboration: sourcing.corroboration,
    conflicts: story.conflicts,
    related: [...prior].reverse(),
    sources: describeSources(story, tellings, sourceNote),
    accountability: desk.accountability,
    signals: story.signals,
    composedAt,
  }
}

import type { Alarm, Notice, NoticeContent, StoryFacts } from '../../model/watch.ts'
import { describeWatch } from '../commands/watch.ts'
import type { Asking } from '../context.ts'
import { bold, italic, lines, nothing, rich, type Rich, type RichPart } from '../rich.ts'
import { rows, type Screen } from '../screen.ts'
import { shorten } from '../split.ts'
import { retellFault } from './retell.ts'
import { headlineOf } from './story.ts'
import { sourcingLine } from './sourcing.ts'

const mostOfWhy = 120

type Look = Pick<Asking, 'words' | 'time'>

/** What a member is told, as the message that it becomes. */
export function renderNotice({ content }: Notice, { words, time }: Look): Screen {
  switch (content.kind) {
    case 'story':
      return aboutStory(
        content.facts,
        lines([
          factLines(content.facts, { words, time }),
          italic(words.notice.growth(describeWatch(content.because, words))),
        ]),
        words,
      )
    case 'turn':
      return aboutStory(
        content.facts,
        lines([
          rich`❗️ ${bold(words.notice.turn(words.sourcing[content.from], words.sourcing[content.facts.sourcing]))}`,
          factLines(content.facts, { words, time }),
        ]),
        words,
      )
    case 'flags':
      return {
        text: lines([
          rich`⚠️ ${bold(words.notice.flags)}`,
          headlineOf(content.headline, words),
          ...content.flags.map((flag) => rich`• ${words.flag(flag)}`),
          `/review_${content.stub}`,
        ]),
        buttons: rows([
          { label: words.story.openReview, action: { do: 'card', story: content.stub } },
        ]),
      }
    case 'stopped':
      return {
        text: lines([
          rich`✋ ${bold(words.notice.stopped(content.target))}`,
          headlineOf(content.headline, words),
          rich`${words.export.reason(content)}`,
          `/review_${content.stub}`,
        ]),
        buttons: rows([
          { label: words.export.resume, action: { do: 'resume', story: content.stub } },
          { label: words.export.title, action: { do: 'deliveries', story: content.stub } },
        ]),
      }
    case 'health':
      return { text: healthLines(content, { words, time }) }
    case 'channel':
      return {
        text: lines([
          bold(words.notice.channel(content.channel)),
          rich`${channelWords(content, { words, time })}`,
        ]),
      }
    case 'digest':
      return {
        text: lines([
          bold(words.notice.digest(time.span(content.since, content.until))),
          content.stories.length === 0 ? rich`${words.notice.digestNone}` : undefined,
          ...content.stories.flatMap((facts) => [nothing, factLines(facts, { words, time })]),
          content.more > 0 ? rich`\n${words.and(content.more)}\n/wire` : undefined,
        ]),
      }
  }
}

function factLines(facts: StoryFacts, { words }: Look): Rich {
  return lines([
    bold(headlineOf(facts.headline, words)),
    sourcingLine(facts, words),
    `/story_${facts.story}`,
  ])
}

/** A notice of before has the sentence only. */
const channelWords = (
  { detail, ...event }: Extract<NoticeContent, { kind: 'channel' }>,
  { words, time }: Look,
): string =>
  detail === undefined
    ? event.words
    : words.channelEvent({ ...event, kind: event.what, detail }, time)

const mostAlarms = 8

function healthLines(
  { since, alarms, endedAt }: Extract<NoticeContent, { kind: 'health' }>,
  { words, time }: Look,
): Rich {
  const { health } = words.notice
  if (endedAt !== undefined)
    return rich`✅ ${bold(health.well(time.show(since), time.show(endedAt)))}`
  return lines([
    rich`🆘 ${bold(health.unwell(time.show(since)))}`,
    ...alarms.slice(0, mostAlarms).map((alarm) => rich`• ${alarmWords(alarm, { words, time })}`),
    alarms.length > mostAlarms ? rich`${words.and(alarms.length - mostAlarms)}` : undefined,
    '/status',
  ])
}

function alarmWords(alarm: Alarm, { words, time }: Look): RichPart {
  const { health } = words.notice
  switch (alarm.kind) {
    case 'source': {
      const why =
        alarm.why === ''
          ? nothing
          : rich`: ${shorten(retellFault(alarm.why, alarm.source, words), mostOfWhy)}`
      return rich`${health.source(alarm.source, time.show(alarm.since))}${why}`
    }
    case 'disk':
      return health.disk(alarm.freeMb)
    case 'deliveries':
      return health.deliveries(alarm.count)
    case 'damage':
      return health.damage(alarm.count)
    case 'judging':
      return health.judging(time.show(alarm.since))
    case 'polls':
      return health.polls(alarm.count)
  }
}

function aboutStory({ story }: StoryFacts, text: Rich, words: Asking['words']): Screen {
  return {
    text,
    buttons: rows([
      { label: words.story.openSignals, action: { do: 'signals', story, offset: 0 } },
    ]),
  }
}

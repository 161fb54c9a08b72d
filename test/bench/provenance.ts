import { z } from 'zod'
import type { Channel } from '../../src/model/channel.ts'
import { derivingKinds } from '../../src/model/link.ts'
import type { Story } from '../../src/model/story.ts'
import { bCubed } from './bcubed.ts'
import { feed, type Fed } from '../helpers/feed.ts'
import { readRows } from './read-rows.ts'
import { printTable, round, share } from './report.ts'

const scenario = z.object({
  id: z.string(),
  channels: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      owner: z.string().optional(),
      outlet: z.boolean().optional(),
      lang: z.string().optional(),
    }),
  ),
  signals: z.array(
    z.looseObject({ channel: z.string(), id: z.number(), at: z.string(), text: z.string() }),
  ),
  expect: z.object({
    stories: z.array(
      z.object({
        signals: z.array(z.string()),
        origins: z.array(z.string()),
        sourcing: z.string(),
      }),
    ),
    links: z.array(z.object({ from: z.string(), to: z.string(), kind: z.string() })),
  }),
})
type Scenario = z.infer<typeof scenario>
type Expected = Scenario['expect']['stories'][number]

/** Whole scenarios, and each expectation in them, met by links, origins, stories and sourcing. */
export async function benchProvenance(file: string): Promise<Record<string, unknown>> {
  const rows = readRows(file, scenario)
  const scored: ReturnType<typeof score>[] = []
  for (const row of rows) {
    const fed = await feed({
      posts: row.signals,
      channels: row.channels.map(toChannel),
    })
    scored.push(score(row, fed))
  }
  const sum = (figure: (each: (typeof scored)[number]) => number) =>
    scored.reduce((total, each) => total + figure(each), 0)
  const expected = sum(({ stories }) => stories)
  const figures = {
    ...round({
      exact: share(scored.filter(({ exact }) => exact).length, rows.length),
      sourcing: share(
        sum(({ sourcing }) => sourcing),
        expected,
      ),
      origins: share(
        sum(({ origins }) => origins),
        expected,
      ),
    }),
    links: round({
      precision: share(
        sum(({ links }) => links.right),
        sum(({ links }) => links.found),
      ),
      recall: share(
        sum(({ links }) => links.recalled),
        sum(({ links }) => links.expected),
      ),
    }),
    b3: round(bCubed(scored.flatMap(({ items }) => items))),
    falseCorroboration: sum(({ falseCorroboration }) => falseCorroboration),
  }
  printTable([
    ['scenario', 'exact', 'sourcing', 'origins', 'links found', 'right', 'expected'],
    ...scored.map(({ id, exact, stories, sourcing, origins, links }) => [
      id,
      exact ? 'yes' : 'no',
      `${sourcing}/${stories}`,
      `${origins}/${stories}`,
      links.found,
      links.right,
      links.expected,
    ]),
  ])
  return { n: rows.length, ...figures }
}

const toChannel = ({ id, title, owner, outlet, lang }: Scenario['channels'][number]): Channel => ({
  id,
  title,
  ...(owner === undefined ? {} : { owner }),
  outlet: outlet ?? false,
  aliases: [],
  languages: lang === undefined ? [] : [lang],
  reliability: 'F',
  nameable: false,
})

function score({ id, signals, expect }: Scenario, fed: Fed) {
  const found = new Map(fed.stories.map((story) => [[...story.signals].sort().join(' '), story]))
  const met = expect.stories.map((story) => judge(story, found, fed.stories))
  const links = scoreLinks(expect.links, fed)
  return {
    id,
    stories: expect.stories.length,
    sourcing: met.filter(({ sourcing }) => sourcing).length,
    origins: met.filter(({ origins }) => origins).length,
    links,
    exact:
      met.every(({ whole, sourcing, origins }) => whole && sourcing && origins) &&
      links.found === links.right &&
      links.recalled === links.expected,
    items: signals.map(({ channel, id: post }) => {
      const key = `${channel}/${post}`
      const truth = expect.stories.findIndex((story) => story.signals.includes(key))
      return { truth: `${id} ${truth}`, found: `${id} ${fed.storyOf(key)}` }
    }),
    falseCorroboration: fed.stories.filter((story) => isFalselyCorroborated(story, expect.stories))
      .length,
  }
}

function judge(expected: Expected, found: ReadonlyMap<string, Story>, stories: readonly Story[]) {
  const whole = found.get([...expected.signals].sort().join(' '))
  // A story of other extent is judged by the one that holds the expected story's first signal.
  const story = whole ?? stories.find(({ signals }) => signals.includes(expected.signals[0] ?? ''))
  const origins = story?.origins
    .map(({ origin }) => origin)
    .sort()
    .join(' ')
  return {
    whole: whole !== undefined,
    sourcing: story?.sourcing === expected.sourcing,
    origins: origins === [...expected.origins].sort().join(' '),
  }
}

/** Called corroborated or contested while all expected stories it draws on have one origin. */
function isFalselyCorroborated(story: Story, expected: readonly Expected[]): boolean {
  if (story.sourcing !== 'corroborated' && story.sourcing !== 'contested') return false
  const drawn = expected.filter(({ signals }) => signals.some((key) => story.signals.includes(key)))
  return drawn.every(({ origins }) => origins.length === 1)
}

function scoreLinks(expected: Scenario['expect']['links'], fed: Fed) {
  const found = fed.links.filter(({ kind }) => derivingKinds.has(kind))
  const chain = chainOf(expected)
  const matches = (
    link: { from: string; to: string; kind: string },
    label: (typeof expected)[number],
  ) =>
    link.from === label.from &&
    link.kind === label.kind &&
    (link.to === label.to || chain(label.to).has(link.to))
  return {
    found: found.length,
    expected: expected.length,
    right: found.filter((link) => expected.some((label) => matches(link, label))).length,
    recalled: expected.filter((label) => found.some((link) => matches(link, label))).length,
  }
}

/** Signals that carry the same text as one, by the labels: any earlier member of a chain will do. */
function chainOf(expected: Scenario['expect']['links']): (key: string) => Set<string> {
  return (key) => {
    const chain = new Set([key])
    for (const member of chain) {
      for (const { from, to, kind } of expected) {
        if (kind === 'cite') continue
        if (to === member) chain.add(from)
        if (from === member) chain.add(to)
      }
    }
    return chain
  }
}

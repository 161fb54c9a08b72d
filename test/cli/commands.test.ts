import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openArchive } from '../../src/store/archive.ts'
import type { Story } from '../../src/model/story.ts'
import type { Stub } from '../../src/model/stub.ts'
import { makeProject, makeProjectIn, type Project } from '../helpers/project.ts'
import { jsonLines, run, sampleFiles } from './helpers.ts'

const longMs = 120_000

interface StoryRow {
  story: number
  signals: string[]
  origins: string[]
  sourcing: string
  headline: string
}

/** A project with the sample imported; tests that change it make their own. */
let filled: Project
let stories: StoryRow[]

async function fill(made = makeProject()): Promise<Project> {
  const project = await made
  const { code, err } = await run(project, ['import', ...sampleFiles(project)])
  // What takes long tells how far it is.
  expect(err.split('\n').filter((line) => line !== '' && !line.startsWith('Judging: '))).toEqual([])
  expect(code).toBe(0)
  return project
}

let folder: string
afterAll(() => {
  rmSync(folder, { recursive: true })
})
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'intake-'))
  filled = await fill(makeProjectIn(folder))
  stories = jsonLines<StoryRow>((await run(filled, ['dump', 'stories'])).out)
}, longMs)

const storyThatIs = (sourcing: string): StoryRow => {
  const story = stories.find((row) => row.sourcing === sourcing)
  if (story === undefined) throw new Error(`The sample has no story that is ${sourcing}.`)
  return story
}

describe('import', () => {
  test(
    'told twice changes nothing, and says so',
    async () => {
      const project = await fill()
      const before = await everything(project)
      const { code, out } = await run(project, ['import', ...sampleFiles(project)])
      expect(code).toBe(0)
      expect(out).toMatch(/^0 stored · \d{3} unchanged · 0 quarantined/)
      expect(out).toContain('Nothing to judge')
      expect(await everything(project)).toEqual(before)
    },
    longMs,
  )

  test(
    'sums up as JSON what was stored, judged and drafted',
    async () => {
      const project = await makeProject()
      const [first = ''] = sampleFiles(project)
      const { out } = await run(project, ['import', first, '--json'])
      const summary = JSON.parse(out) as Record<string, number>
      expect(summary).toMatchObject({ files: 1, unchanged: 0, quarantined: 0 })
      expect(summary['stored']).toBeGreaterThan(5)
      expect(summary['judged']).toBe(summary['stored'])
    },
    longMs,
  )

  test(
    'quarantines what it cannot read, keeps the rest, and gives the reasons',
    async () => {
      const project = await makeProject()
      const file = path.join(project.root, 'posts.jsonl')
      const post = (id: number) =>
        `${JSON.stringify({ channel: 'alpha', id, at: '2026-07-10T10:00:00Z', text: `Post ${id}` })}\n`
      writeFileSync(file, post(1))
      appendFileSync(file, '{"channel":"alpha","id":2\n{"channel":"alpha","id":3,"text":"when?"}\n')
      appendFileSync(file, post(4))
      const { code, out } = await run(project, ['import', file])
      expect(code).toBe(0)
      expect(out).toMatch(/2 stored · 0 unchanged · 2 quarantined/)
      expect(out).toMatch(/line 2: /)
      expect(out).toMatch(/line 3: /)
      expect((await run(project, ['stats'])).out).toMatch(/quarantined +\S.*\d/)
    },
    longMs,
  )

  test(
    'of several files, names the one that each reason is of',
    async () => {
      const project = await makeProject()
      const [good, bad] = ['good', 'bad'].map((name) => path.join(project.root, `${name}.jsonl`))
      const post = { channel: 'alpha', id: 1, at: '2026-07-10T10:00:00Z', text: 'A post' }
      writeFileSync(good ?? '', `${JSON.stringify(post)}\n`)
      writeFileSync(bad ?? '', '{"channel":"alpha","id":2\n')
      const { out } = await run(project, ['import', good ?? '', bad ?? ''])
      expect(out).toMatch(/bad\.jsonl, line 1: /)
    },
    longMs,
  )

  test(
    'a file that is not there is a failure before anything is read',
    async () => {
      const project = await makeProject()
      const [first = ''] = sampleFiles(project)
      const { code, err } = await run(project, ['import', first, 'nowhere.jsonl'])
      expect(code).toBe(1)
      expect(err).toContain('nowhere.jsonl is not there')
      expect((await run(project, ['dump', 'signals'])).out).toBe('')
    },
    longMs,
  )

  test(
    'stopped midway it keeps what it has, and goes on when it is told again',
    async () => {
      const project = await makeProject()
      const stopped = await run(project, ['import', ...sampleFiles(project)], {
        signal: AbortSignal.abort(),
      })
      expect(stopped.code).toBe(1)
      expect(stopped.err).toContain('Stopped')
      const again = await run(project, ['import', ...sampleFiles(project)])
      expect(again.code).toBe(0)
      expect(jsonLines((await run(project, ['dump', 'stories'])).out)).toEqual(stories)
    },
    longMs,
  )

  test(
    'into another database leaves the configured one and its outbox alone',
    async () => {
      const project = await makeProject()
      const [first = ''] = sampleFiles(project)
      const db = path.join(project.root, 'other.db')
      const { code } = await run(project, ['import', first, '--db', db])
      expect(code).toBe(0)
      expect(existsSync(path.join(project.root, 'data/intake.db'))).toBe(false)
      expect(existsSync(path.join(project.root, 'outbox'))).toBe(false)
      expect(existsSync(path.join(project.root, 'other-outbox/index.html'))).toBe(true)
    },
    longMs,
  )
})

/** All dumps and all stubs of a project. */
async function everything(project: Project): Promise<string[]> {
  const kinds = ['signals', 'links', 'stories', 'stubs']
  const dumps = kinds.map(async (kind) => (await run(project, ['dump', kind])).out)
  return Promise.all(dumps)
}

describe('dump', () => {
  test('writes signals in the format that others rely on', async () => {
    const rows = jsonLines<Record<string, unknown>>((await run(filled, ['dump', 'signals'])).out)
    expect(rows.length).toBeGreaterThan(140)
    for (const row of rows) {
      expect(Object.keys(row)).toEqual([
        'signal',
        'channel',
        'id',
        'at',
        'lang',
        'confidence',
        'revision',
        'deleted',
        'text',
      ])
      expect(row['signal']).toBe(`${String(row['channel'])}/${String(row['id'])}`)
    }
    expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).toSorted())
    expect(rows.filter(({ deleted }) => deleted === true)).not.toHaveLength(0)
    expect(rows.filter(({ revision }) => revision !== 0)).not.toHaveLength(0)
  })

  test('writes links in the format that others rely on', async () => {
    const rows = jsonLines<Record<string, unknown>>((await run(filled, ['dump', 'links'])).out)
    for (const row of rows)
      expect(Object.keys(row)).toEqual(['from', 'to', 'kind', 'score', 'reason'])
    const kinds = new Set(rows.map(({ kind }) => kind))
    for (const kind of ['forward', 'copy', 'cite', 'translation']) expect(kinds).toContain(kind)
  })

  test('writes stories in the format that others rely on, each signal in one', () => {
    for (const row of stories) {
      expect(Object.keys(row)).toEqual(['story', 'signals', 'origins', 'sourcing', 'headline'])
    }
    const members = stories.flatMap(({ signals }) => signals)
    expect(new Set(members).size).toBe(members.length)
  })

  test('writes stubs as they stand', async () => {
    const stubs = jsonLines<Stub>((await run(filled, ['dump', 'stubs'])).out)
    expect(stubs.length).toBeGreaterThan(10)
    for (const { stub, story, state, tldr } of stubs) {
      expect(stub).toBe(story)
      expect(state).toBe('draft')
      expect(tldr.length).toBeGreaterThan(0)
    }
  })
})

describe('wire', () => {
  test('shows stories newest first under their days, with origins against channels', async () => {
    const { out, err, code } = await run(filled, ['wire', '--limit', '200'])
    expect(code).toBe(0)
    const lines = out.split('\n').filter((line) => line.startsWith('  '))
    expect(lines).toHaveLength(stories.length)
    expect(out).toMatch(/^\w+day, \d+ \w+ 20\d\d {2}Asia\/Jerusalem\n/)
    expect(out).toMatch(/ {2}\d\d:\d\d {2}◌ echoed +1 origin · \d channels +\S.* #\d+\n/)
    expect(err).toContain('story NUMBER')
    expect(out).not.toContain('\u001b')
  })

  test('colours only where there is colour', async () => {
    expect((await run(filled, ['wire'], { colour: true })).out).toContain('\u001b[33m◌ echoed')
  })

  test('filters by sourcing and by hours back', async () => {
    const { out } = await run(filled, ['wire', '--sourcing', 'echoed', '--json'])
    const rows = jsonLines<StoryRow & { channels: number; lastAt: string }>(out)
    const echoed = stories.filter(({ sourcing }) => sourcing === 'echoed')
    expect(rows.map(({ story }) => story).toSorted()).toEqual(
      echoed.map(({ story }) => story).toSorted(),
    )
    for (const row of rows) expect(row.origins.length).toBeLessThan(row.channels)
    const recent = await run(filled, ['wire', '--hours', '0.01'])
    expect(recent.out).toBe('')
    expect(recent.err).toMatch(/no story in the last 0\.01 hours\. The newest story is from \d/)
  })
})

describe('story', () => {
  test('draws it into a file as PNG', async () => {
    const { story } = storyThatIs('echoed')
    const file = path.join(filled.root, 'story.png')
    const { code, out, err } = await run(filled, ['story', String(story), '--picture', file])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe(`Drew story #${story} to ${file}\n`)
    expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG')
  })

  test('says what to look at where the picture cannot be written', async () => {
    const { story } = storyThatIs('echoed')
    const file = path.join(filled.root, 'nowhere', 'story.png')
    const { code, err } = await run(filled, ['story', String(story), '--picture', file])
    expect(code).toBe(1)
    expect(err).toContain(`can't be written to ${file}: is the folder there`)
  })

  test('draws who took it from whom, and says why', async () => {
    const { story, origins } = storyThatIs('echoed')
    const { out } = await run(filled, ['story', String(story)])
    expect(origins).toHaveLength(1)
    for (const title of ['Sourcing', 'Who took it from whom', 'Signals']) {
      expect(out).toContain(`\n${title}\n`)
    }
    expect(out).toMatch(
      /└─ (?:\d+ \w+ \d+, )?\d\d:\d\d {2}\S+\/\d+ {2}(?:first-hand|\w+, (?:near )?\w+)/,
    )
  })

  test('shows on what independent origins disagree', async () => {
    const { out } = await run(filled, ['story', String(storyThatIs('contested').story)])
    expect(out).toContain('Origins disagree')
  })

  test('marks what was deleted', async () => {
    const rows = jsonLines<{ signal: string; deleted: boolean }>(
      (await run(filled, ['dump', 'signals'])).out,
    )
    const gone = rows.find(({ deleted }) => deleted)?.signal ?? ''
    const story = stories.find(({ signals }) => signals.includes(gone))?.story
    const { out } = await run(filled, ['story', String(story)])
    expect(out).toMatch(new RegExp(`${gone}  .*deleted \\d\\d:\\d\\d`))
  })

  test('gives everything as one JSON object', async () => {
    const { story } = storyThatIs('echoed')
    const { out } = await run(filled, ['story', `#${story}`, '--json'])
    const file = JSON.parse(out) as Story & Record<'history' | 'links' | 'posts', unknown[]>
    expect(file.story).toBe(story)
    expect(file.posts).toHaveLength(file.signals.length)
    expect(file.history.length).toBeGreaterThan(0)
    expect(file.links.length).toBeGreaterThan(0)
  })

  test('an unknown number names the ones there are', async () => {
    const { code, err } = await run(filled, ['story', '99999'])
    expect(code).toBe(1)
    expect(err).toMatch(/no story #99999.*newest are #\d+/)
  })
})

describe('search', () => {
  test('finds words of every language, with hits marked', async () => {
    const words = {
      en: 'Zelensky',
      ru: 'склад',
      uk: 'обстріляли',
      ar: 'انفجار',
      he: 'שריפה',
      fa: 'کرج',
    }
    for (const [lang, word] of Object.entries(words)) {
      const { out } = await run(filled, ['search', word, '--lang', lang])
      expect(out).toMatch(new RegExp(`\\[${word}\\]`, 'i'))
      expect(out).toMatch(/\S+\/\d+ {2}\w\w {2}#\d+/)
    }
  })

  test('is not failed by punctuation, and says when there is nothing', async () => {
    for (const words of ['"', '(((', 'NEAR(a b', "'; DROP TABLE signals", '*', '😀']) {
      const { code } = await run(filled, ['search', words])
      expect(code).toBe(0)
    }
    const { code, out, err } = await run(filled, ['search', 'qwertyzxcv'])
    expect([code, out]).toEqual([0, ''])
    expect(err).toContain('Nothing found')
  })

  test('gives hits as JSON lines', async () => {
    const { out } = await run(filled, ['search', 'Zelensky', '--json', '--limit', '1'])
    const rows = jsonLines<Record<string, unknown>>(out)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ lang: 'en', story: expect.any(Number) as number })
  })
})

describe('draft and stub', () => {
  test(
    'a story below the bar is drafted when it is named, and its paths are told',
    async () => {
      const project = await fill()
      const stubs = jsonLines<Stub>((await run(project, ['dump', 'stubs'])).out)
      const below =
        stories.find(({ story }) => !stubs.some(({ stub }) => stub === story))?.story ?? 0
      const none = await run(project, ['stub', String(below)])
      expect(none.code).toBe(1)
      expect(none.err).toContain(`draft ${below}`)

      const { code, out } = await run(project, ['draft', String(below), '--json'])
      expect(code).toBe(0)
      const [drafted] = jsonLines<{ stub: number; paths: string[] }>(out)
      expect(drafted?.stub).toBe(below)
      for (const file of drafted?.paths ?? []) {
        const format = path.extname(file).slice(1)
        const shown = await run(project, ['stub', String(below), '--format', format])
        expect(shown.out).toBe(readFileSync(file, 'utf8'))
      }
    },
    longMs,
  )

  test('nothing is drafted when nothing changed', async () => {
    const { code, out, err } = await run(filled, ['draft'])
    expect([code, out]).toEqual([0, ''])
    expect(err).toContain('up to date')
  })

  test('all drafts again are the same drafts', async () => {
    const before = (await run(filled, ['dump', 'stubs'])).out
    const { code } = await run(filled, ['draft', '--all'])
    expect(code).toBe(0)
    expect((await run(filled, ['dump', 'stubs'])).out).toBe(before)
  })
})

describe('reanalyse', () => {
  test(
    'comes to the same links, stories and stubs, byte by byte',
    async () => {
      const project = await fill()
      const before = await everything(project)
      const { code, out } = await run(project, ['reanalyse'])
      expect(code).toBe(0)
      expect(out).toMatch(/^Judged \d+ signals anew/)
      expect(await everything(project)).toEqual(before)
    },
    longMs,
  )
})

describe('stats', () => {
  test('tells small sizes in KiB, titles as configured, and errors whole', async () => {
    const project = await makeProject()
    const db = path.join(project.root, 'data/intake.db')
    const archive = openArchive(db)
    const error = `${'The page could not be read, '.repeat(8)}and that is the end of it`
    await archive.stats.recordPoll('feed:x', '2026-07-10T10:00:00Z', error)
    archive.close()
    const [first = ''] = sampleFiles(project)
    expect((await run(project, ['import', first])).code).toBe(0)
    const { out } = await run(project, ['stats'])
    expect(out).toMatch(/journal .* \d+ KiB/)
    expect(out).toMatch(/sample_daghighe_tehran .*دقیقه تهران/)
    expect(out).toContain('and that is the end of it')
    expect((await run(project, ['stub', '999'])).err).toContain('may have been merged')
  })

  test('of nothing: a story that is asked for is not said to be merged', async () => {
    const project = await makeProject()
    openArchive(path.join(project.root, 'data/intake.db')).close()
    const { err } = await run(project, ['stub', '1'])
    expect(err).toContain('there are none yet')
    expect(err).not.toContain('merged')
  })

  test('counts what is stored and how sources are doing', async () => {
    const { out } = await run(filled, ['stats', '--json'])
    const stats = JSON.parse(out) as { signals: number; stories: Record<string, number> }
    expect(Object.values(stats.stories).reduce((sum, count) => sum + count, 0)).toBe(stories.length)
    const shown = (await run(filled, ['stats'])).out
    expect(shown).toContain(`signals      ${stats.signals}`)
    expect(shown).toContain('sample_eastern_lens')
  })
})

describe('check', () => {
  test('sums up a good configuration', async () => {
    const { code, out } = await run(filled, ['check'])
    expect(code).toBe(0)
    expect(out).toMatch(/is valid\.\n.*The Zioneer/)
    expect(out).toContain('TELEGRAM_BOT_TOKEN is not set')
    expect(JSON.parse((await run(filled, ['check', '--json'])).out)).toMatchObject({ ok: true })
  })

  test('names every problem of a bad one, and fails', async () => {
    const project = await makeProject((yaml) =>
      yaml
        .replace('timezone: Asia/Jerusalem', 'timezone: Mars')
        .replace('\ndesk:\n', '\nextra: 1\ndesk:\n'),
    )
    const { code, err } = await run(project, ['check'])
    expect(code).toBe(1)
    expect(err).toMatch(/:\d+: .*timezone/)
    expect(err).toMatch(/:\d+: .*extra/)
    const json = await run(project, ['check', '--json'])
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, problems: [{}, {}] })
  })
})

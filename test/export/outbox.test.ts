import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Outbox, type OutboxOptions, type OutboxStubs } from '../../src/export/outbox.ts'
import type { Stub } from '../../src/model/stub.ts'
import { contested, english, hebrew } from './stub-cases.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'outbox-'))
})
afterEach(async () => {
  await rm(dir, { recursive: true, force: true })
})

const stubs = () => [english(), hebrew(), contested()]
const hebrewFolder = '21-hebrew-language-report'
const folders = async () => (await readdir(dir)).sort()

const shelf = (held: readonly Stub[]): OutboxStubs => ({
  numbers: () => Promise.resolve(held.map(({ stub }) => stub)),
  get: (number) => Promise.resolve(held.find(({ stub }) => stub === number)),
  newest: (limit) => Promise.resolve({ stubs: held.slice(0, limit), total: held.length }),
})
const writeOutbox = (at: string, held: readonly Stub[], options?: OutboxOptions) =>
  new Outbox(at, shelf(held)).write(options)

describe('Outbox', () => {
  it('puts each stub into a folder of its own, as page, Markdown and JSON, with an index', async () => {
    expect(await writeOutbox(join(dir, 'new', 'box'), stubs())).toEqual({ written: 3, removed: 0 })
    const box = join(dir, 'new', 'box')
    expect((await readdir(join(box, hebrewFolder))).sort()).toEqual([
      'stub.html',
      'stub.json',
      'stub.md',
    ])
    expect(await readFile(join(box, 'index.html'), 'utf8')).toContain(
      `href="${hebrewFolder}/stub.html"`,
    )
  })

  it('leaves unchanged files alone, and no unfinished ones behind', async () => {
    await writeOutbox(dir, stubs())
    const before = await stat(join(dir, hebrewFolder, 'stub.md'), { bigint: true })
    const files = await folders()
    expect(await writeOutbox(dir, stubs())).toEqual({ written: 0, removed: 0 })
    const after = await stat(join(dir, hebrewFolder, 'stub.md'), { bigint: true })
    expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs])
    expect(await folders()).toEqual(files)
  })

  it('keeps drafts for their owner only', async () => {
    const box = join(dir, 'box')
    await writeOutbox(box, stubs())
    const names = await readdir(box, { recursive: true })
    const modes = new Map<string, number>()
    for (const name of ['.', ...names]) modes.set(name, (await stat(join(box, name))).mode & 0o777)
    expect(modes.get('.')).toBe(0o700)
    expect(modes.get(hebrewFolder)).toBe(0o700)
    expect(modes.get('index.html')).toBe(0o600)
    expect(modes.get(join(hebrewFolder, 'stub.json'))).toBe(0o600)
  })

  it('removes what a killed process left unfinished, and only at the start', async () => {
    await writeOutbox(dir, stubs())
    const left = join(hebrewFolder, '.0f8fad5b-d9cb-469f-a165-70867728950e.tmp')
    const others = join(hebrewFolder, '.notes.tmp')
    for (const name of [left, others]) await writeFile(join(dir, name), 'half')
    await writeOutbox(dir, stubs())
    expect(existsSync(join(dir, left))).toBe(true)
    await writeOutbox(dir, stubs(), { atStart: true })
    expect(existsSync(join(dir, left))).toBe(false)
    expect(existsSync(join(dir, others))).toBe(true)
  })

  it('mends a file that was cut short', async () => {
    await writeOutbox(dir, stubs())
    await writeFile(join(dir, hebrewFolder, 'stub.json'), '{"stub":')
    expect(await writeOutbox(dir, stubs())).toEqual({ written: 1, removed: 0 })
    expect(JSON.parse(await readFile(join(dir, hebrewFolder, 'stub.json'), 'utf8'))).toMatchObject({
      stub: 21,
    })
  })

  it('moves a stub whose slug changed, with what an editor put beside it', async () => {
    await writeOutbox(dir, stubs())
    await writeFile(join(dir, hebrewFolder, 'notes.txt'), 'call the spokesman')
    await writeOutbox(dir, [english(), { ...hebrew(), slug: 'three-launchers' }, contested()])
    expect((await folders()).filter((name) => name.startsWith('21-'))).toEqual([
      '21-three-launchers',
    ])
    expect(await readFile(join(dir, '21-three-launchers', 'notes.txt'), 'utf8')).toBe(
      'call the spokesman',
    )
  })

  it('takes away the stub of a story that was merged, and nothing that is not its own', async () => {
    await writeOutbox(dir, stubs())
    await mkdir(join(dir, 'templates'))
    await writeFile(join(dir, '99-a-file'), 'mine')
    expect(await writeOutbox(dir, [english(), contested()])).toEqual({ written: 0, removed: 1 })
    const left = await folders()
    expect(left).not.toContain(hebrewFolder)
    expect(left).toEqual(expect.arrayContaining(['99-a-file', 'index.html', 'templates']))
  })

  it('keeps the folder of a removed stub when something else is in it', async () => {
    await writeOutbox(dir, stubs())
    await writeFile(join(dir, hebrewFolder, 'notes.txt'), 'keep')
    await writeOutbox(dir, [english(), contested()])
    expect(await readdir(join(dir, hebrewFolder))).toEqual(['notes.txt'])
  })

  it('renders only what changed where it is told so, and what has no folder yet', async () => {
    await writeOutbox(dir, [english(), hebrew()])
    const edited = stubs().map((stub) => ({ ...stub, byline: 'Night desk' }))
    expect(await writeOutbox(dir, edited, { changed: new Set([21]) })).toEqual({
      written: 2,
      removed: 0,
    })
    expect(await readFile(join(dir, hebrewFolder, 'stub.md'), 'utf8')).toContain('Night desk')
    const untouched = (await folders()).find((name) => name.startsWith('4711-')) ?? ''
    expect(await readFile(join(dir, untouched, 'stub.md'), 'utf8')).not.toContain('Night desk')
  })

  it('looks at nothing but what it is told of when it brings stubs up to date', async () => {
    const held = stubs()
    const outbox = new Outbox(dir, shelf(held))
    await outbox.write()
    await rm(join(dir, hebrewFolder), { recursive: true })
    const untouched = held.findIndex(({ stub }) => stub === 4711)
    held.splice(untouched, 1)
    const contestedStub = held.at(-1)?.stub ?? 0
    expect(await outbox.update([contestedStub])).toEqual({ written: 0, removed: 0 })
    expect((await folders()).filter((name) => /^(21|4711)-/.test(name))).toHaveLength(1)
    expect(await outbox.update([21, 4711])).toEqual({ written: 1, removed: 1 })
    expect((await folders()).filter((name) => /^(21|4711)-/.test(name))).toEqual([hebrewFolder])
  })

  it('moves a stub on when its slug changes again while it runs', async () => {
    const held = stubs()
    const outbox = new Outbox(dir, shelf(held))
    await outbox.write()
    for (const slug of ['three-launchers', 'four-launchers']) {
      held[1] = { ...hebrew(), slug }
      await outbox.update([21])
      expect((await folders()).filter((name) => name.startsWith('21-'))).toEqual([`21-${slug}`])
    }
  })

  it('finds the folders of stubs that it has forgotten', async () => {
    const held = stubs()
    const outbox = new Outbox(dir, shelf(held), { most: 1 })
    await outbox.write()
    held[1] = { ...hebrew(), slug: 'three-launchers' }
    const [first] = held.splice(0, 1)
    expect(await outbox.update([21])).toEqual({ written: 1, removed: 0 })
    expect(await outbox.update([first?.stub ?? 0, 8000])).toEqual({ written: 0, removed: 1 })
    const left = (await folders()).filter((name) => name !== 'index.html')
    expect(left).toHaveLength(2)
    expect(left).toContain('21-three-launchers')
  })

  it('writes nowhere but into its folder, whatever the slug says', async () => {
    await writeOutbox(join(dir, 'box'), [{ ...hebrew(), slug: '../../escaped' }])
    expect(existsSync(join(dir, 'escaped'))).toBe(false)
    expect(await readdir(join(dir, 'box'))).toEqual(expect.arrayContaining(['21-escaped']))
  })

  it('says what to do where the folder cannot be written', async () => {
    const file = join(dir, 'taken')
    await writeFile(file, '')
    await expect(writeOutbox(file, stubs())).rejects.toMatchObject({
      code: 'outbox-not-writable',
      message: expect.stringContaining('set paths.outbox in the config') as unknown,
    })
  })
})

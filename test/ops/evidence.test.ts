import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { PictureFiles } from '../../src/intake/pictures/picture-files.ts'
import { packEvidence } from '../../src/ops/evidence/pack.ts'
import { openArchive } from '../../src/store/archive.ts'
import { makePost } from '../helpers/make-post.ts'
import { makeStory } from '../helpers/make-story.ts'
import { commitPosts, tempFolder } from '../helpers/temp-archive.ts'

const at = new Date('2026-03-05T00:00:00Z')

/** An edited post in a story, packed and unpacked; the folder. What is older than `letGo` has lost words and bytes. */
async function unpacked(letGo?: string): Promise<string> {
  const folder = tempFolder()
  const archive = openArchive(join(folder, 'intake.db'))
  onTestFinished(() => {
    archive.close()
  })
  await commitPosts(archive, [makePost({ id: 9, text: 'Another story.' })])
  const photo = { kind: 'photo' as const, sha256: 'ab', url: 'https://cdn.example/1.jpg' }
  await commitPosts(archive, [makePost({ media: [photo] })], { fetchKinds: new Set(['photo']) })
  const bytes = Buffer.from('the bytes of a picture')
  const picture = { sha256: createHash('sha256').update(bytes).digest('hex'), type: 'jpeg' }
  const files = new PictureFiles(join(folder, 'pictures'))
  await files.put(picture, bytes)
  const facts = { ...picture, bytes: bytes.length, width: 640, height: 480, kept: true }
  await archive.pictures.keep(1, facts, [], '2026-03-04T04:00:00Z')
  await commitPosts(archive, [makePost({ text: 'Explosions <b>heard</b>.' })])
  await commitPosts(archive, [makePost({ id: 10, text: 'And another.' })])
  if (letGo !== undefined) {
    const languages = [1, 9, 10].map((id) => ({ key: `alpha/${id}`, lang: 'en', confidence: 1 }))
    await archive.analysis.save({ ...nothing, languages })
    const before = { textsBefore: letGo, bodiesBefore: letGo, at: letGo }
    while ((await archive.upkeep.letGo(before)).bodies > 0);
  }
  const signals = [...(await archive.signals.get(['alpha/1'])).values()]
  const file = join(folder, 'evidence.tar.gz')
  const story = makeStory(signals)
  const packed = await packEvidence(
    archive,
    { story, signals, report: 'Report', pictureFile: (one) => files.pathOf(one), at },
    file,
  )
  expect(packed).toMatchObject({ payloads: 2, signals: 1, revisions: 2, pictures: 1 })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  execFileSync('tar', ['xzf', file, '-C', folder])
  return join(folder, 'story-12')
}

const nothing = {
  ...{ stories: [], history: [], merged: [], prints: [] },
  ...{ relinked: [], links: [], suggestions: [] },
}

const verify = (folder: string) => {
  const { status, stdout } = spawnSync(process.execPath, ['verify.mjs'], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, stdout }
}

/** What somebody does who changed a file and wants its sum to hold. */
function sumUp(folder: string): void {
  const file = join(folder, 'SHA256SUMS')
  const named = readFileSync(file, 'utf8').trim().split('\n')
  const sums = named.map((line) => {
    const name = line.slice(66)
    const content = readFileSync(join(folder, name))
    return `${createHash('sha256').update(content).digest('hex')}  ${name}\n`
  })
  writeFileSync(file, sums.join(''))
}

describe('an archive of evidence', () => {
  it('verifies by itself, with sha256sum and with Node alone', async () => {
    const folder = await unpacked()
    execFileSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: folder })
    expect(verify(folder)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Everything is as it was stored: 6 rows') as string,
    })
  })

  it('holds the raw bytes, all versions, the media and a page that shows words as words', async () => {
    const folder = await unpacked()
    const read = (name: string) => readFileSync(join(folder, name), 'utf8')
    expect(read('payloads/2.raw')).toMatch(/^payload \d+$/)
    expect(read('revisions.jsonl').trim().split('\n')).toHaveLength(2)
    expect(JSON.parse(read('media.jsonl'))).toEqual({
      signal: 'alpha/1',
      kind: 'photo',
      sha256: 'ab',
      url: 'https://cdn.example/1.jpg',
    })
    const { file } = JSON.parse(read('pictures.jsonl')) as { file: string }
    expect(read(file)).toBe('the bytes of a picture')
    expect(read('report.html')).toContain('Explosions &lt;b&gt;heard&lt;/b&gt;.')
  })

  it.each([
    ['signals.jsonl', 'heard', 'seen', 'alpha/1 has another text'],
    ['revisions.jsonl', 'Explosions', 'Silence', 'alpha/1#0 has another text'],
    ['payloads/2.raw', 'payload', 'Payload', 'payload 2 has other bytes'],
    ['chain.jsonl', '"at":"2026-03-04T03', '"at":"2025-03-04T03', 'does not follow from'],
    ['pictures.jsonl', 'cdn.example', 'cdn.invalid', 'picture 1 is not what was hashed'],
    ['payloads.jsonl', 'preview:alpha', 'preview:gamma', 'payload 2 is not what was hashed'],
  ])('tells that %s was changed', async (name, from, to, problem) => {
    const folder = await unpacked()
    const file = join(folder, name)
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to))
    const { status, stdout } = verify(folder)
    expect(status).toBe(1)
    expect(stdout).toContain(`${name} is not the file that was packed`)
    // The sums can be made anew by whoever changes a file; the chain can't.
    expect(stdout).toContain(problem)
  })

  it('tells by its place a row that no longer names itself', async () => {
    const folder = await unpacked()
    const file = join(folder, 'payloads.jsonl')
    writeFileSync(file, readFileSync(file, 'utf8').replace('"line"', '"lime"'))
    const { status, stdout } = verify(folder)
    expect(status).toBe(1)
    expect(stdout).toContain('payloads.jsonl, line 1 is not what was hashed')
  })

  it('verifies when words and bytes were let go for their age', async () => {
    const folder = await unpacked('2026-04-01T00:00:00Z')
    expect(readFileSync(join(folder, 'signals.jsonl'), 'utf8')).toContain('"text":""')
    expect(readFileSync(join(folder, 'payloads.jsonl'), 'utf8')).not.toContain('"file"')
    expect(verify(folder)).toMatchObject({ status: 0 })
  })

  it.each([
    ['signals.jsonl', /"text":"[^"]+"/, '"text":""', 'alpha/1 has another text'],
    ['revisions.jsonl', /"text":"[^"]+"/, '"text":""', 'alpha/1#0 has another text'],
    ['payloads.jsonl', /,"file":"[^"]+"/, '', 'payload 2 has other bytes'],
  ])('tells that something was taken out of %s', async (name, from, to, problem) => {
    const folder = await unpacked()
    const file = join(folder, name)
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
    expect(verify(folder).stdout).toContain(problem)
  })

  it('verifies in a folder of any name', async () => {
    const folder = await unpacked()
    const moved = join(tempFolder(), 'of räume and 100%')
    renameSync(folder, moved)
    expect(verify(moved).status).toBe(0)
    const { status } = spawnSync(process.execPath, [join(moved, 'verify.mjs')])
    expect(status).toBe(0)
  })

  it.each([
    ['signals.jsonl', 'signal alpha/1 is in the story, and was taken out'],
    ['revisions.jsonl', 'revision alpha/1#0 was taken out'],
  ])('tells that a line was taken out of %s, and every sum made anew', async (file, told) => {
    const folder = await unpacked()
    const [, ...rest] = readFileSync(join(folder, file), 'utf8').split('\n')
    writeFileSync(join(folder, file), rest.join('\n'))
    sumUp(folder)
    const { status, stdout } = verify(folder)
    expect(stdout).toContain(told)
    expect(status).toBe(1)
  })

  it('names a line that can’t be read, and a file that is not there', async () => {
    const folder = await unpacked()
    writeFileSync(join(folder, 'revisions.jsonl'), '{\n')
    rmSync(join(folder, 'payloads.jsonl'))
    const { status, stdout } = verify(folder)
    expect(stdout).toContain('revisions.jsonl, line 1 can not be read\n')
    expect(stdout).toContain('payloads.jsonl is missing\n')
    expect(status).toBe(1)
  })

  it('tells that raw bytes were exchanged together with every sum of them', async () => {
    const folder = await unpacked()
    const sum = (words: string) => createHash('sha256').update(words).digest('hex')
    const raw = join(folder, 'payloads/2.raw')
    const [before, after] = [sum(readFileSync(raw, 'utf8')), sum('forged')]
    writeFileSync(raw, 'forged')
    const rows = join(folder, 'payloads.jsonl')
    const forged = readFileSync(rows, 'utf8').replace(`"sha256":"${before}"`, `"sha256":"${after}"`)
    writeFileSync(rows, forged)
    expect(verify(folder).stdout).toContain('payload 2 has another hash')
  })
})

import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { PictureFiles } from '../../src/intake/pictures/picture-files.ts'
import { packEvidence } from '../../src/ops/evidence/pack.ts'
import { openArchive } from '../../src/store/archive.ts'
import { makePost } from '../helpers/make-post.ts'
import { makeStory } from '../helpers/make-story.ts'
import { commitPosts, tempFolder } from '../helpers/temp-archive.ts'

const at = new Date('2026-03-05T00:00:00Z')

/** An edited post in a story, packed and unpacked; the folder. */
async function unpacked(): Promise<string> {
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

const verify = (folder: string) => {
  const { status, stdout } = spawnSync(process.execPath, ['verify.mjs'], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, stdout }
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
})

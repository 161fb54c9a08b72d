import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, readFileSync, rmSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Archive } from '../../model/archive.ts'
import type { ChainEntry, Evidence, EvidencePicture } from '../../model/chain.ts'
import { IntakeError } from '../../model/errors.ts'
import type { Signal } from '../../model/signal.ts'
import type { Story } from '../../model/story.ts'
import { readme } from './readme.ts'
import { reportPage } from './report-page.ts'
import { type TarFile, writeTar } from './tar.ts'
import { verifyScript } from './verify-script.ts'

export interface EvidenceInput {
  story: Story
  signals: readonly Signal[]
  /** The story as the desk sees it, in plain text. */
  report: string
  /** Where a picture that is kept stands; undefined where none are. */
  pictureFile?: (picture: { sha256: string; type: string }) => string
  /** When it is packed. */
  at: Date
}

export interface Packed {
  file: string
  payloads: number
  signals: number
  revisions: number
  pictures: number
  chainEntries: number
}

/** Packs all that shows where a story comes from into one .tar.gz (0600) that verifies by itself. */
export async function packEvidence(
  archive: Archive,
  input: EvidenceInput,
  file: string,
): Promise<Packed> {
  const evidence = await archive.evidence(input.story.signals)
  const chain = await readChain(archive, evidence)
  const folder = `story-${input.story.story}`
  const files = [...contentFiles(evidence, chain, input)]
  const sums = files.map(({ path, content }) => `${sha256(content)}  ${path}\n`).join('')
  const all = [...files, { path: 'SHA256SUMS', content: sums }].map(({ path, content }) => ({
    path: `${folder}/${path}`,
    content,
  }))
  await writeGzip(file, writeTar(all, input.at))
  return {
    file,
    payloads: evidence.payloads.length,
    signals: evidence.signals.length,
    revisions: evidence.revisions.length,
    pictures: evidence.pictures.length,
    chainEntries: chain.length,
  }
}

/** From the entry before the first that speaks of the story to the end; only entries of the story list their lines. */
async function readChain(archive: Archive, evidence: Evidence): Promise<ChainEntry[]> {
  const { payloads, signals, revisions, pictures, firstEntry } = evidence
  if (firstEntry === undefined) return []
  const lines = new Set(
    [...payloads, ...signals, ...revisions, ...pictures].flatMap(({ line, gone }) => [
      line,
      ...(gone === undefined ? [] : [gone]),
    ]),
  )
  const speaksOfStory = ({ items }: ChainEntry) =>
    items?.split('\n').some((line) => lines.has(line)) === true
  const chain: ChainEntry[] = []
  for await (const entries of archive.chain.entries(Math.max(1, firstEntry - 1), 1000)) {
    for (const { items, ...entry } of entries)
      chain.push(
        items !== undefined && speaksOfStory({ ...entry, items }) ? { ...entry, items } : entry,
      )
  }
  return chain
}

function* contentFiles(
  { payloads, signals, revisions, pictures }: Evidence,
  chain: readonly ChainEntry[],
  { story, signals: stored, report, pictureFile, at }: EvidenceInput,
): Generator<TarFile> {
  yield { path: 'README.txt', content: readme(story, at) }
  yield { path: 'report.txt', content: report }
  yield { path: 'report.html', content: reportPage(story, stored, at) }
  yield { path: 'story.json', content: `${JSON.stringify(story, null, 2)}\n` }
  yield { path: 'verify.mjs', content: verifyScript }
  yield { path: 'signals.jsonl', content: lines(signals) }
  yield { path: 'revisions.jsonl', content: lines(revisions) }
  yield { path: 'media.jsonl', content: lines(mediaOf(stored)) }
  const files = keptFiles(pictures, pictureFile)
  yield {
    path: 'pictures.jsonl',
    content: lines(
      pictures.map(({ line, content, signal, sha256: hash, type }) => ({
        line,
        content,
        signal,
        sha256: hash,
        ...(files.has(hash) && { file: picturePath({ sha256: hash, type }) }),
      })),
    ),
  }
  for (const [, { path, content }] of files) yield { path, content }
  yield { path: 'chain.jsonl', content: lines(chain) }
  yield {
    path: 'payloads.jsonl',
    content: lines(
      payloads.map(({ body, ...payload }) => ({
        ...payload,
        ...(body !== undefined && { file: bodyPath(payload) }),
      })),
    ),
  }
  for (const payload of payloads)
    if (payload.body !== undefined) yield { path: bodyPath(payload), content: payload.body }
}

const bodyPath = ({ journal }: { journal: number }) => `payloads/${journal}.raw`

const picturePath = ({ sha256: hash, type }: { sha256: string; type: string }) =>
  `pictures/${hash}.${type}`

/** By their hash; one that the desk has lost is left out, its hash stays. */
function keptFiles(
  pictures: readonly EvidencePicture[],
  pictureFile: EvidenceInput['pictureFile'],
): ReadonlyMap<string, TarFile> {
  const files = new Map<string, TarFile>()
  for (const picture of pictures) {
    const file = picture.kept ? pictureFile?.(picture) : undefined
    if (file === undefined || !existsSync(file)) continue
    files.set(picture.sha256, { path: picturePath(picture), content: readFileSync(file) })
  }
  return files
}

const mediaOf = (signals: readonly Signal[]) =>
  signals.flatMap(({ key, media }) => media.map((one) => ({ signal: key, ...one })))

const lines = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('')

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

async function writeGzip(file: string, chunks: Iterable<Uint8Array>): Promise<void> {
  const out = createWriteStream(file, { mode: 0o600, flags: 'wx' })
  try {
    await pipeline(Readable.from(chunks), createGzip({ level: 9 }), out)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code !== 'EEXIST') rmSync(file, { force: true })
    const why =
      code === 'EEXIST'
        ? 'is there already; name a new file with --out'
        : 'can’t be written; name another place with --out'
    throw new IntakeError('evidence-not-written', `${file} ${why}`, { cause })
  }
}

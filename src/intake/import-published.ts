import { readFile } from 'node:fs/promises'
import { get, type HttpAnswer } from '../lib/http.ts'
import { parseUrl } from '../lib/url.ts'
import type { Archive } from '../model/archive.ts'
import { IntakeError } from '../model/errors.ts'
import { loadDispatches } from './load-dispatches.ts'
import { type Published, readPublished } from './read-published.ts'

export interface ImportedDispatches {
  read: number
  /** How many are new or changed. */
  changed: number
  skipped: number
  problems: readonly string[]
}

/** An archive of 200,000 articles; a site that answers every page alike ends here. */
const mostPages = 2_000
const pageBytes = 50_000_000

/** How a site is reached; private addresses only where the desk's configuration allows them. */
export interface Network {
  signal?: AbortSignal
  allowPrivate?: boolean
}

/**
 * Takes the desk's existing archive in as prior coverage: a file, or the address of a WordPress site, of a
 * Ghost content API with its key, or of a JSON Feed. Twice is once.
 */
export async function importPublished(
  place: string,
  archive: Archive,
  network: Network = {},
): Promise<ImportedDispatches> {
  if (/^https?:\/\//i.test(place)) return importSite(place, archive, network)
  const text = await readFile(place, 'utf8').catch((cause: unknown) => {
    throw new IntakeError('no-file', `${place} can't be read: name a file or a web address.`, {
      cause,
    })
  })
  const published = readPublished(text)
  if (published !== undefined) return save([published], archive)
  const { changed, problems } = await loadDispatches(place, archive)
  const lines = text.split('\n').filter((line) => line.trim() !== '').length
  if (lines === problems.length) throw unknownShape(place)
  return { read: lines - problems.length, changed, skipped: 0, problems }
}

async function importSite(
  place: string,
  archive: Archive,
  { signal, allowPrivate = false }: Network,
): Promise<ImportedDispatches> {
  const ask = (url: string) =>
    get({
      url,
      name: 'archive',
      maxRedirects: 5,
      maxBytes: pageBytes,
      allowPrivate,
      ...(signal === undefined ? {} : { signal }),
    })
  let url = place
  let answer = await ask(url)
  if (readBody(answer) === undefined) {
    // The site's own address was given: a WordPress has its posts there.
    url = `${place.replace(/(?<!\/)\/+$/, '')}/wp-json/wp/v2/posts?per_page=100`
    answer = await ask(url)
  }
  const pages: Published[] = []
  const seen = new Set<string>()
  for (;;) {
    const page = readBody(answer)
    if (page === undefined) {
      if (pages.length === 0) throw unknownShape(new URL(place).host)
      throw new IntakeError(
        'archive-stopped',
        `Page ${pages.length + 1} of ${new URL(place).host} answered ${answer.status}; nothing was taken in. Try again later.`,
      )
    }
    pages.push(page)
    seen.add(url)
    const next = nextAddress(url, page, answer, pages.length)
    if (next === undefined || seen.has(next) || pages.length >= mostPages) break
    url = next
    answer = await ask(url)
  }
  return save(pages, archive)
}

const readBody = ({ status, body }: HttpAnswer): Published | undefined =>
  status === 200 ? readPublished(Buffer.from(body).toString('utf8')) : undefined

/** A feed names the address; Ghost the number of the page, WordPress how many pages there are. */
function nextAddress(
  url: string,
  { next }: Published,
  { headers }: HttpAnswer,
  done: number,
): string | undefined {
  if (typeof next === 'string') {
    const address = parseUrl(next, url)
    return address?.host === new URL(url).host ? address.href : undefined
  }
  const number = next ?? (Number(headers.get('x-wp-totalpages') ?? 0) > done ? done + 1 : undefined)
  if (number === undefined) return undefined
  const address = new URL(url)
  address.searchParams.set('page', String(number))
  return address.href
}

async function save(pages: readonly Published[], archive: Archive): Promise<ImportedDispatches> {
  const killed = new Set(
    (await archive.dispatches.all())
      .filter((known) => known.killed)
      .map(({ dispatch }) => dispatch),
  )
  // What the desk withdrew stays withdrawn, though it may still stand on the site.
  const dispatches = pages
    .flatMap((page) => page.dispatches)
    .filter(({ dispatch }) => !killed.has(dispatch))
  return {
    read: dispatches.length,
    changed: await archive.dispatches.save(dispatches),
    skipped: pages.reduce((sum, { skipped }) => sum + skipped, 0),
    problems: pages.flatMap(({ problems }) => problems),
  }
}

const unknownShape = (place: string) =>
  new IntakeError(
    'unknown-archive',
    `${place} holds no archive that Intake knows: give posts of WordPress's REST API, Ghost's content API or JSON export, a JSON Feed, or JSON Lines of dispatches (README).`,
  )

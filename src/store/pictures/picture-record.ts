import type { Picture, PictureFacts, PictureReturn } from '../../model/picture.ts'

/** A row of `pictures` with the one like it that was posted first. */
export interface PictureRecord {
  picture: number
  address: string
  state: Picture['state']
  reason: string | null
  fetched_at: string | null
  type: string | null
  bytes: number | null
  width: number | null
  height: number | null
  sha256: Buffer | null
  print: Buffer | null
  mirrored: number
  kept: number
  first_signal: string | null
  first_at: string | null
  first_story: number | null
  stories: number
}

/** Of one signal, by its row. */
export const selectPictures = `
  SELECT p.picture, p.address, p.state, p.reason, p.fetched_at, p.type, p.bytes, p.width, p.height, p.sha256,
    p.print, p.mirrored, p.kept,
    c.name || '/' || s.id AS first_signal, s.at AS first_at, m.story AS first_story,
    (SELECT count(DISTINCT coalesce(e.story, -q.row)) FROM pictures q LEFT JOIN story_signals e USING (row)
     WHERE (q.first = p.first OR q.picture = p.first) AND q.row < p.row) AS stories
  FROM pictures p
  LEFT JOIN pictures f ON f.picture = p.first
  LEFT JOIN signals s ON s.row = f.row
  LEFT JOIN channels c ON c.channel = s.channel
  LEFT JOIN story_signals m ON m.row = f.row
  WHERE p.row = ? ORDER BY p.picture`

/** What the chain has the hash of, of a picture that was fetched. */
export const chainedPicture = `p.picture, c.name || '/' || s.id AS name, p.address, p.fetched_at, p.type,
  p.bytes, p.width, p.height, p.sha256, p.print`
export const fetchedPictures =
  'FROM pictures p JOIN signals s USING (row) JOIN channels c USING (channel)'

/** One of them, by its number. */
export const selectChainedPicture = `
  SELECT ${chainedPicture} ${fetchedPictures} WHERE p.picture = ? AND p.state = 'fetched'`

export function toPicture(record: PictureRecord): Picture {
  const facts = factsOf(record)
  const returned = returnOf(record)
  return {
    picture: record.picture,
    address: record.address,
    state: record.state,
    ...(record.reason !== null && { reason: record.reason }),
    ...(record.fetched_at !== null && { fetchedAt: record.fetched_at }),
    ...(facts && { facts }),
    ...(returned && { returned }),
  }
}

function factsOf(record: PictureRecord): PictureFacts | undefined {
  const { type, bytes, width, height, sha256, print, kept } = record
  if (type === null || bytes === null || sha256 === null) return undefined
  return {
    type,
    bytes,
    sha256: sha256.toString('hex'),
    ...(width !== null && height !== null && { width, height }),
    ...(print !== null && { print }),
    ...(kept === 1 && { kept: true }),
  }
}

function returnOf(record: PictureRecord): PictureReturn | undefined {
  const { first_signal, first_at, first_story, stories, mirrored } = record
  if (first_signal === null || first_at === null) return undefined
  return {
    signal: first_signal,
    at: first_at,
    ...(first_story !== null && { story: first_story }),
    stories,
    mirrored: mirrored === 1,
  }
}

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse, stringify } from 'yaml'
import type { Role } from '../../../src/model/desk.ts'

interface RawConfig {
  desk: Record<string, unknown>
  channels: { source: { kind: string; address?: string } }[]
}

export interface TriedMember {
  id: number
  name: string
  role: Role
}

const checkout = fileURLToPath(new URL('../../../', import.meta.url))
const hourMs = 3_600_000
const instant = /"(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?Z)"/g

/**
 * Puts a desk into the folder: the shipped configuration with the sample's channels alone, and the sample
 * moved to today, so that its last post came within the hour. Answers the path of the configuration.
 */
export function layOutSample(
  root: string,
  { members, apiRoot, now }: { members: readonly TriedMember[]; apiRoot: string; now: Date },
): string {
  const sample = path.join(checkout, 'data/sample')
  const files = readdirSync(sample).filter((name) => name.endsWith('.jsonl'))
  const posts = files.filter((name) => name.startsWith('sample_'))
  const texts = new Map(files.map((name) => [name, readFileSync(path.join(sample, name), 'utf8')]))
  const last = Math.max(...posts.flatMap((name) => timesOf(texts.get(name) ?? '')))
  const aheadMs = Math.floor((now.getTime() - last) / hourMs) * hourMs
  for (const folder of ['config', 'data/sample', 'pictures'])
    mkdirSync(path.join(root, folder), { recursive: true })
  for (const [name, text] of texts)
    writeFileSync(path.join(root, 'data/sample', name), moved(text, aheadMs))
  const shipped = parse(
    readFileSync(path.join(checkout, 'config/intake.yaml'), 'utf8'),
  ) as RawConfig
  const config = {
    ...shipped,
    desk: { ...shipped.desk, members },
    channels: shipped.channels.filter(({ source }) => source.kind === 'file'),
    bot: { apiRoot, pollSeconds: 5 },
    // New lines of a channel's file are seen within seconds.
    schedule: { file: '*/2 * * * * *', jitterSeconds: 0 },
  }
  const file = path.join(root, 'config/intake.yaml')
  writeFileSync(file, stringify(config))
  return file
}

/** First and last: a post may have been edited or deleted long after the others were written. */
const timesOf = (text: string): number[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Date.parse((JSON.parse(line) as { at: string }).at))

const moved = (text: string, aheadMs: number): string =>
  text.replace(instant, (_all, at: string) =>
    JSON.stringify(new Date(Date.parse(at) + aheadMs).toISOString().replace('.000Z', 'Z')),
  )

import type { OwnerFamily } from '../../analysis/origins/owner-families.ts'
import type { ChannelBook } from '../../lib/channel-book.ts'
import { isolate, plainLine } from '../../lib/terminal-text.ts'
import type { Paint } from '../terminal/paint.ts'

const percent = (share: number) => `${Math.round(share * 100)} %`
/** No finding of this kind is certain. */
const surest = 0.99

/** Families with what says so, and the lines that make them one owner in the configuration. */
export function renderFamilies(
  families: readonly OwnerFamily[],
  channels: ChannelBook,
  paint: Paint,
): string {
  const told = families.map((family) => renderFamily(family, channels, paint))
  return `${told.join('\n')}\nWith an owner in config/intake.yaml, and after \`reanalyse\`, channels of a family count as one origin.\nCheck that it is so: these are signs, not proof.\n`
}

function renderFamily(
  { channels: ids, confidence, pairs }: OwnerFamily,
  channels: ChannelBook,
  paint: Paint,
): string {
  const owners = new Set(ids.map((id) => channels.get(id).owner))
  const known = owners.size === 1 && !owners.has(undefined)
  const head = `${paint('bold', ids.map(plainLine).join(', '))}  ${percent(Math.min(surest, confidence))} sure${known ? paint('green', '  configured so') : ''}`
  const evidence = pairs.flatMap(({ channels: [a, b], evidence: found, confidence: sure }) => [
    `  ${paint('cyan', plainLine(a))} and ${paint('cyan', plainLine(b))}, ${percent(Math.min(surest, sure))}`,
    ...found.map(
      ({ what, weight }) =>
        `    ${weight > 0 ? '+' : ''}${weight.toFixed(1)}  ${isolate(plainLine(what))}`,
    ),
  ])
  return [head, ...evidence, ...(known ? [] : yamlLines(ids, channels))]
    .map((line) => `${line}\n`)
    .join('')
}

/** To paste under `channels:`; of a channel that is configured already, the line to add to its entry. */
function yamlLines(ids: readonly string[], channels: ChannelBook): string[] {
  const given = ids.map((id) => channels.get(id).owner).find((owner) => owner !== undefined)
  const shortest = [...ids].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? ''
  const owner = given ?? `${shortest.slice(0, 58)}_group`
  return ids.flatMap((id) =>
    channels.isConfigured(id)
      ? [`  # in the entry of ${id}:`, `    owner: ${owner}`]
      : [
          `  - { id: ${JSON.stringify(id)}, title: ${JSON.stringify(channels.get(id).title)}, owner: ${owner}, enabled: false, source: { kind: telegram-preview } }`,
        ],
  )
}

import { type ConfigPath, valueAt, writePath } from './config-path.ts'

/** A value that is right alone and wrong beside another. */
export interface Clash {
  path: ConfigPath
  message: string
}

/**
 * Entries that name one thing twice. Works on data of any shape, so that clashes are told together with
 * what else is wrong. Two ids for one channel would count as two origins.
 */
export function findClashes(data: unknown): Clash[] {
  return [
    ...repeats(data, ['channels'], ['id'], 'ids ignore case', textOf),
    ...repeats(data, ['channels'], ['telegramId'], 'one channel needs one entry', textOf),
    ...repeats(data, ['channels'], ['source'], 'one source needs one entry', sourceOf),
    ...repeats(data, ['outlets'], ['id'], 'one outlet needs one entry', textOf),
    ...repeats(data, ['desk', 'members'], ['id'], 'one member has one role', textOf),
    ...repeats(data, ['export', 'targets'], ['name'], 'one target needs one entry', textOf),
  ]
}

function repeats(
  data: unknown,
  list: ConfigPath,
  key: ConfigPath,
  why: string,
  read: (value: unknown, entry: unknown) => string | undefined,
): Clash[] {
  const entries = valueAt(data, list)
  if (!Array.isArray(entries)) return []
  const seen = new Map<string, number>()
  return entries.flatMap((entry: unknown, index): Clash[] => {
    const value = read(valueAt(entry, key), entry)
    if (value === undefined) return []
    const first = seen.get(value)
    if (first === undefined) {
      seen.set(value, index)
      return []
    }
    const other = writePath([...list, first, ...key])
    return [{ path: [...list, index, ...key], message: `is the same as ${other} (${why})` }]
  })
}

const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value).toLowerCase() : undefined

/** What a channel is read from; a preview page's name is the channel's id where no address is given. */
function sourceOf(source: unknown, entry: unknown): string | undefined {
  const kind = valueAt(source, ['kind'])
  const address = valueAt(source, ['address'])
  if (kind === 'telegram-preview') return textOf(address ?? valueAt(entry, ['id']))
  return typeof address === 'string' ? `${String(kind)} ${address}` : undefined
}

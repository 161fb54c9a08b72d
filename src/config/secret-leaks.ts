import type { ConfigPath } from './config-path.ts'

const botToken = /(?<!\d)\d{5,}:[\w-]{20,}/

/** Paths of the texts in which a bot token stands. */
export function findSecretLeaks(data: unknown): ConfigPath[] {
  const visited = new Set<object>()
  const walk = (value: unknown, path: ConfigPath): ConfigPath[] => {
    if (typeof value === 'string') return botToken.test(value) ? [path] : []
    // An anchor may stand inside itself.
    if (typeof value !== 'object' || value === null || visited.has(value)) return []
    visited.add(value)
    return Object.entries(value).flatMap(([key, part]) =>
      walk(part, [...path, Array.isArray(value) ? Number(key) : key]),
    )
  }
  return walk(data, [])
}

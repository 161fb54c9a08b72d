import type { ConfigPath } from './config-path.ts'

/** A bot token, a Ghost key, a webhook's secret, a WordPress application password, a password in an address. */
const secrets = [
  { kind: 'bot-token', form: /(?<!\d)\d{5,}:[\w-]{20,}/ },
  { kind: 'target-secret', form: /\b[\da-f]{24}:[\da-f]{40,}/ },
  { kind: 'target-secret', form: /\bwhsec_[\w+/=-]{16,}/ },
  { kind: 'target-secret', form: /^\s*(?:[a-z\d]{4} ){5}[a-z\d]{4}\s*$/i },
  { kind: 'target-secret', form: /:\/\/[^\s/@:]+:[^\s/@]+@/ },
] as const

export interface SecretLeak {
  path: ConfigPath
  kind: (typeof secrets)[number]['kind']
}

/** Paths of the texts in which a secret stands. */
export function findSecretLeaks(data: unknown): SecretLeak[] {
  const visited = new Set<object>()
  const walk = (value: unknown, path: ConfigPath): SecretLeak[] => {
    if (typeof value === 'string') {
      const found = secrets.find(({ form }) => form.test(value))
      return found === undefined ? [] : [{ path, kind: found.kind }]
    }
    // An anchor may stand inside itself.
    if (typeof value !== 'object' || value === null || visited.has(value)) return []
    visited.add(value)
    return Object.entries(value).flatMap(([key, part]) =>
      walk(part, [...path, Array.isArray(value) ? Number(key) : key]),
    )
  }
  return walk(data, [])
}

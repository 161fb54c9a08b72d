import { z } from 'zod'
import type { Finding } from './target.ts'
import type { WordPressConfig } from './target-wordpress.ts'
import type { WordPressApi } from './wordpress-api.ts'

const account = z.object({
  name: z.string().default(''),
  roles: z.array(z.string()).default([]),
  capabilities: z.record(z.string(), z.unknown()).default({}),
})

/** Asks who the account is, what it may do, and whether the mapped categories and tags are there. */
export async function checkWordPress(
  api: WordPressApi,
  { name, address, mapping }: WordPressConfig,
  signal?: AbortSignal,
): Promise<readonly Finding[]> {
  const root = await api.ask('GET', '/', { query: { _fields: 'name,namespaces' }, signal })
  if (root.kind !== 'done') return [{ level: 'wrong', words: root.reason.words }]
  const findings: Finding[] = [
    { level: 'ok', words: `${address} is a WordPress with its REST API` },
  ]
  const me = await api.ask('GET', '/wp/v2/users/me', { query: { context: 'edit' }, signal })
  if (me.kind !== 'done') return [...findings, { level: 'wrong', words: me.reason.words }]
  const { roles, capabilities } = account.parse(me.value)
  findings.push(...judgeAccount(name, roles, capabilities))
  const { beats, topics, forms } = mapping
  for (const [kind, wanted] of [
    ['categories', [...mappedIn('beats', beats), ...mappedIn('topics', topics)]],
    ['tags', mappedIn('forms', forms)],
  ] as const) {
    const ids = Array.from(new Set(wanted.map(({ id }) => id)))
    const there = await api.termIds(kind, ids, signal)
    if (there.kind !== 'done') return [...findings, { level: 'wrong', words: there.reason.words }]
    const missing = wanted.filter(({ id }) => !there.value.includes(id))
    for (const { part, word, id } of missing) {
      const words = `"${word}" (${part}) is mapped to ${kind} ${id}, which is not there: make it in WordPress, or correct the mapping`
      findings.push({ level: 'wrong', words })
    }
    if (ids.length > 0 && missing.length === 0)
      findings.push({ level: 'ok', words: `all ${ids.length} mapped ${kind} are there` })
  }
  return findings
}

function judgeAccount(
  name: string,
  roles: readonly string[],
  capabilities: Readonly<Record<string, unknown>>,
): Finding[] {
  const role = roles.join(', ') || 'no role'
  if (capabilities['edit_posts'] !== true) {
    return [
      {
        level: 'wrong',
        words: `the account (${role}) may not write drafts; make it a contributor`,
      },
    ]
  }
  if (capabilities['publish_posts'] === true) {
    const words = `the account (${role}) could publish. ${name} is only ever sent drafts, but a contributor suffices and could not`
    return [{ level: 'doubt', words }]
  }
  return [{ level: 'ok', words: `the account (${role}) may write drafts and may not publish` }]
}

const mappedIn = (part: string, terms: Readonly<Record<string, number>>) =>
  Object.entries(terms).map(([word, id]) => ({ part, word, id: String(id) }))

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
  for (const [kind, wanted] of [
    ['categories', { ...mapping.beats, ...mapping.topics }],
    ['tags', mapping.forms],
  ] as const) {
    const ids = Object.values(wanted).map(String)
    const there = await api.termIds(kind, ids, signal)
    if (there.kind !== 'done') return [...findings, { level: 'wrong', words: there.reason.words }]
    const missing = Object.entries(wanted).filter(([, id]) => !there.value.includes(String(id)))
    findings.push(
      ...missing.map(([word, id]): Finding => ({
        level: 'wrong',
        words: `"${word}" is mapped to ${kind} ${id}, which is not there`,
      })),
    )
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

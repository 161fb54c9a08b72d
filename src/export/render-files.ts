import type { Version } from './target.ts'

export const fileNames = ['dispatch.json'] as const

export function renderFiles({
  content,
  kind,
}: Version): Record<(typeof fileNames)[number], string> {
  return { 'dispatch.json': JSON.stringify({ ...content, kind }) }
}

export function renderSuperdesk({ content, dispatch, edition, kind }: Version): string {
  return JSON.stringify({
    guid: dispatch,
    version: String(edition),
    headline: content.headline,
    pubstatus: kind === 'kill' ? 'canceled' : 'withheld',
  })
}

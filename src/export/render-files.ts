import type { Version } from './target.ts'

export const fileNames = ['dispatch.json'] as const

export function renderFiles({ content }: Version): Record<(typeof fileNames)[number], string> {
  return { 'dispatch.json': JSON.stringify(content) }
}

export function renderSuperdesk({ content, dispatch, edition }: Version): string {
  return JSON.stringify({ guid: dispatch, version: String(edition), headline: content.headline })
}

import { type Format, render } from './formats.ts'
import type { Version } from '../targets/target.ts'

/** What a folder holds of each dispatch. */
export const fileFormats = {
  'dispatch.json': 'json',
  'dispatch.md': 'markdown',
  'dispatch.html': 'html',
} as const satisfies Record<string, Format>

export const fileNames = Object.keys(fileFormats) as (keyof typeof fileFormats)[]

export const renderFiles = (version: Version): Record<string, string> =>
  Object.fromEntries(fileNames.map((name) => [name, textOf(fileFormats[name], version)]))

/** The text of a version in one of the formats. */
export function textOf(format: Format, { content, firstAt }: Version, terms = {}): string {
  return Buffer.from(render(format, content, { firstAt, terms }).bytes).toString('utf8')
}

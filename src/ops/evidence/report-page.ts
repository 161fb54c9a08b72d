import { markup, toText } from '../../lib/markup.ts'
import type { Signal } from '../../model/signal.ts'
import type { Story } from '../../model/story.ts'

/** The story and its posts with all versions, as a page that needs nothing from elsewhere. */
export function reportPage(story: Story, signals: readonly Signal[], at: Date): string {
  const { story: number, headline, sourcing, reason, origins } = story
  return toText(markup`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Evidence of story ${number}</title>
<style>body { font: 16px/1.5 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
pre { font: inherit; white-space: pre-wrap; border-left: 3px solid #999; padding-left: 1rem }
small { color: #555 }</style>
<h1 dir="auto">${headline}</h1>
<p>Story ${number}, packed ${at.toISOString()}. Internal: names channels that the desk keeps to itself.</p>
<p><b>${sourcing}</b>: ${reason}</p>
<ul>
${origins.map(({ origin, reason: why }) => markup`<li>${origin}: ${why}</li>`)}
</ul>
<h2>Posts</h2>
${signals.map(postPart)}
</html>
`)
}

function postPart({ key, at, text, url, revisions, deletedAt, media }: Signal) {
  const versions = revisions.length === 0 ? [{ revision: 0, at, text }] : revisions
  return markup`<h3>${key}</h3>
<p><small>Posted ${at}${url === undefined ? '' : ` · ${url}`}${deletedAt === undefined ? '' : ` · deleted ${deletedAt}`}${media.length === 0 ? '' : ` · ${media.map(({ kind }) => kind).join(', ')}`}</small></p>
${versions.map((one) => markup`<p><small>Version ${one.revision}, ${one.at}</small></p><pre dir="auto">${one.text}</pre>`)}
`
}

import type { Stub } from '../../model/stub.ts'
import {
  capitalise,
  countSignals,
  kindLabels,
  longDate,
  sourcingLabels,
  stateLabels,
  strengthLabels,
} from './labels.ts'
import { type Html, markup, nothing } from '../../lib/markup.ts'
import { correctionNotice, withdrawalNotice } from './notices.ts'
import { setText, toPage } from './page.ts'
import { type PublicDispatch, type PublicStub, toPublic } from '../public.ts'

/** A stub's public part as one self-contained page that looks like a page of the wire. */
export function renderHtml(stub: Stub): string {
  const shown = toPublic(stub)
  const state = stateLabels[shown.state]
  const bar = markup`<header class="bar"><strong>${shown.section}</strong><a href="../index.html">← ${shown.section}</a></header>`
  return page(
    shown,
    state,
    markup`${bar}
<main>
${article(shown, state)}
${related(shown)}${earlier(shown)}${list('Pictures that are not new', shown.oldPictures)}${list('What the desk did not see', shown.blind)}
${closing(shown)}
</main>`,
  )
}

/** An edition as such a page; of a withdrawn one, the notice. */
export function renderDispatchHtml(shown: PublicDispatch): string {
  const state = kindLabels[shown.kind]
  const notice =
    shown.kind === 'correction'
      ? markup`<p class="accountability">${correctionNotice}</p>\n`
      : nothing
  const bar = markup`<header class="bar"><strong>${shown.section}</strong><time datetime="${shown.at}">${longDate(shown.at.slice(0, 10))}</time></header>`
  const content =
    shown.kind === 'kill'
      ? markup`<article>
<h1>${setText(shown.headline, shown)}</h1>
<p class="byline">${shown.byline}</p>
<p class="badges"><span class="badge withdrawn">${state}</span></p>
<p class="loud">${withdrawalNotice}</p>
</article>`
      : markup`${notice}${article(shown, state)}
${related(shown)}
${closing(shown)}`
  return page(
    shown,
    state,
    markup`${bar}
<main>
${content}
</main>`,
  )
}

type Shown = Omit<
  PublicStub,
  'stub' | 'version' | 'state' | 'earlier' | 'blind' | 'oldPictures' | 'composedAt'
>

const page = ({ lang, headline }: Shown, state: string, content: Html): string =>
  toPage(lang, `${state}: ${headline}`, content)

const article = (shown: Shown, state: string): Html => markup`<article>
${header(shown, state)}
${dispatch(shown)}
</article>`

const closing = ({ sources, accountability }: Shown): Html => markup`<section>
<h2>03 · Source and signal</h2>
<ul>
${sources.map((line) => markup`<li>${line}</li>\n`)}</ul>
</section>
<section>
<h2>Desk accountability</h2>
<p class="accountability">${accountability}</p>
</section>`

function header(shown: Shown, state: string): Html {
  const { kicker, sourceNote, sourcing } = shown
  return markup`<p class="kicker"><span>${kicker.beat} · ${kicker.form} · ${kicker.topic}</span><span class="strength" title="How newsworthy the signal is, not how verified">${strengthLabels[shown.strength]}</span></p>
<h1>${setText(shown.headline, shown)}</h1>
<p class="byline">${shown.byline}</p>
<p class="badges"><span class="badge draft">${state}</span><span class="badge ${sourcing}">${sourcingLabels[sourcing]}</span></p>
<p class="source">Primary source: ${sourceNote.primary} · ${countSignals(sourceNote)} · Desk window ${sourceNote.window}</p>
<section class="tldr">
<h2>TL;DR</h2>
<p>${setText(shown.tldr.join(' '), shown)}</p>
</section>`
}

function dispatch(shown: Shown): Html {
  const paragraphs = shown.body.map((sentences, index) => {
    const loud = shown.sourcing === 'withdrawn' && index === 0
    const text = setText(sentences.join(' '), shown)
    return loud ? markup`<p class="loud">${text}</p>\n` : markup`<p>${text}</p>\n`
  })
  return markup`<section>
<h2>01 · The dispatch</h2>
${paragraphs}${disputes(shown)}</section>`
}

function disputes({ conflicts }: Shown): Html {
  if (conflicts.length === 0) return nothing
  const rows = conflicts.map(
    ({ detail, values }) =>
      markup`<tr><th scope="row">${capitalise(detail)}</th><td><bdi>${values.join(' / ')}</bdi></td></tr>\n`,
  )
  return markup`<table>
<thead><tr><th scope="col">What differs</th><th scope="col">Values given</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
`
}

function earlier(shown: PublicStub): Html {
  if (shown.earlier.length === 0) return nothing
  const items = shown.earlier.map(
    ({ date, headline, relation }) =>
      markup`<li><bdi>${headline}</bdi><small><time datetime="${date}">${longDate(date)}</time> · ${relation}</small></li>\n`,
  )
  return markup`
<section>
<h2>Earlier on the desk</h2>
<ul class="related">
${items}</ul>
</section>`
}

function list(title: string, told: readonly string[]): Html {
  if (told.length === 0) return nothing
  return markup`
<section>
<h2>${title}</h2>
<ul class="related">
${told.map((line) => markup`<li>${line}</li>\n`)}</ul>
</section>`
}

function related(shown: Shown): Html {
  const items = shown.related.map(({ date, headline, relation, url }) => {
    const title = markup`<bdi>${headline}</bdi>`
    const linked =
      url === undefined ? title : markup`<a href="${url}" rel="noopener noreferrer">${title}</a>`
    return markup`<li>${linked}<small><time datetime="${date}">${longDate(date)}</time> · ${relation}</small></li>\n`
  })
  const list =
    items.length === 0
      ? markup`<p>No earlier dispatch on this.</p>`
      : markup`<ul class="related">\n${items}</ul>`
  return markup`<section>
<h2>Related dispatches</h2>
${list}
</section>`
}

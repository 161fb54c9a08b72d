import type { Stub } from '../../model/stub.ts'
import { countSignals, sourcingLabels, stateLabels } from './labels.ts'
import { type Html, markup } from '../../lib/markup.ts'
import { setText, toPage } from './page.ts'
import { toPublic } from '../public.ts'

/**
 * The wire of the outbox: the newest of `total` stubs, newest first, with how each is sourced. `folderOf` names a
 * stub's folder.
 */
export function renderIndex(
  stubs: readonly Stub[],
  total: number,
  folderOf: (stub: Stub) => string,
): string {
  const newest = [...stubs].sort(
    (a, b) =>
      (a.composedAt < b.composedAt ? 1 : a.composedAt > b.composedAt ? -1 : 0) || b.stub - a.stub,
  )
  const section = newest[0]?.section ?? 'Outbox'
  const items = newest.map((stub) => listItem(stub, folderOf(stub)))
  const note =
    newest.length < total
      ? `The newest ${newest.length} of ${total} stubs.`
      : `${total} ${total === 1 ? 'stub' : 'stubs'}.`
  const content = markup`<header class="bar"><strong>${section}</strong><span>Draft stubs, newest first</span></header>
<main>
<ol class="wire">
${items}</ol>
<p class="accountability">${note}</p>
</main>`
  return toPage('en', `${section}: draft stubs`, content)
}

function listItem(stub: Stub, folder: string): Html {
  const shown = toPublic(stub)
  const { kicker, sourcing, sourceNote } = shown
  return markup`<li>
<span class="meta"><b class="${sourcing}">${sourcingLabels[sourcing]}</b><span>${kicker.beat} · ${kicker.topic}</span><span>${stateLabels[shown.state]}</span></span>
<a class="head" href="${folder}/stub.html">${setText(shown.headline, shown)}</a>
<span class="meta"><span>Desk window ${sourceNote.window}</span><span>${countSignals(sourceNote)}</span></span>
</li>
`
}

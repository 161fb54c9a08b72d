import { expect, test } from 'vitest'
import { renderHtml } from '../../src/export/formats/render-html.ts'
import { renderMarkdown } from '../../src/export/formats/render-markdown.ts'
import { makeStub, makeTold } from '../helpers/make-story.ts'

const plain = makeStub([makeTold('alpha/1', 'A bridge has collapsed in Harborough.')])
const followed = {
  ...plain,
  earlier: [
    {
      story: 7,
      date: '2026-06-20',
      headline: 'Cracks in the bridge',
      relation: 'updates' as const,
    },
  ],
}

test.each([
  ['Markdown', renderMarkdown],
  ['HTML', renderHtml],
])(
  'earlier stories stand apart from dispatches in %s, and only where there are some',
  (_, render) => {
    const shown = render(followed)
    expect(shown).toContain('Earlier on the desk')
    expect(shown).toContain('Cracks in the bridge')
    expect(shown).toContain('No earlier dispatch on this.')
    expect(render(plain)).not.toContain('Earlier on the desk')
  },
)

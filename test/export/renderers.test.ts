import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { renderHtml } from '../../src/export/formats/render-html.ts'
import { renderIndex } from '../../src/export/formats/render-index.ts'
import { renderJson } from '../../src/export/formats/render-json.ts'
import { renderMarkdown } from '../../src/export/formats/render-markdown.ts'
import { arabic, canaries, english, hebrew, hostile, stubCases } from './stub-cases.ts'

const cases = Object.entries(stubCases)
const frontMatter = (markdown: string, version: '1.1' | '1.2'): unknown =>
  parse(markdown.split('---\n')[1] ?? '', { version })

describe.each(cases)('the %s stub', (name, make) => {
  const stub = make()

  it('is rendered as it was before', async () => {
    await expect(renderHtml(stub)).toMatchFileSnapshot(`../fixtures/stubs/${name}.html`)
    await expect(renderMarkdown(stub)).toMatchFileSnapshot(`../fixtures/stubs/${name}.md`)
    await expect(renderJson(stub)).toMatchFileSnapshot(`../fixtures/stubs/${name}.json`)
  })

  it('lets no channel, handle, signal key or prior’s id out of the desk', () => {
    for (const page of [
      renderHtml(stub),
      renderMarkdown(stub),
      renderIndex([stub], 1, () => 'x'),
    ]) {
      for (const canary of [...canaries, ...stub.signals]) expect(page).not.toContain(canary)
      for (const { dispatch } of stub.prior.filter((prior) => prior.dispatch.length > 3))
        expect(page).not.toContain(dispatch)
      expect(page).not.toContain('ch:')
    }
  })

  it('is a page that loads nothing and runs nothing', () => {
    const page = renderHtml(stub)
    expect(page).not.toMatch(/<(?:script|iframe|img|link|object|form|base)\b/i)
    expect(page).not.toMatch(/<[^>]+\son\w+=/i)
    expect(page).toContain('http-equiv="Content-Security-Policy"')
    expect(page).toContain('default-src &#39;none&#39;')
  })

  it.each(['1.1', '1.2'] as const)(
    'has front matter that a YAML %s reader reads back',
    (version) => {
      expect(frontMatter(renderMarkdown(stub), version)).toMatchObject({
        title: stub.headline,
        stub: stub.stub,
        sourcing: stub.sourcing,
        sourceNote: stub.sourceNote,
      })
    },
  )

  it('comes back whole from its JSON', () => {
    expect(JSON.parse(renderJson(stub))).toEqual(JSON.parse(JSON.stringify(stub)))
  })
})

describe('renderHtml', () => {
  it('has the parts of a published page in its order', () => {
    const page = renderHtml(english())
    const parts = [
      'The Wire',
      'Statecraft · Dispatch · Political',
      'Strong',
      '<h1>',
      'The Zioneer Intelligence Desk',
      'Draft',
      'Echoed: one origin',
      'Primary source: Internal intake · 2 reviewed intake signals · Desk window 20:46',
      'TL;DR',
      '01 · The dispatch',
      'Related dispatches',
      '03 · Source and signal',
      'Internal intake</li>',
      'Desk accountability',
    ]
    const body = page.slice(page.indexOf('<body>'))
    let at = 0
    for (const part of parts) {
      const next = body.indexOf(part, at)
      expect(next, part).toBeGreaterThanOrEqual(at)
      at = next
    }
  })

  it('says how many signals were reviewed, and none where none were', () => {
    expect(renderHtml(hebrew())).toContain('1 intake signal, 0 reviewed')
  })

  it('sets right-to-left quotations in their direction, with their marks', () => {
    expect(renderHtml(arabic())).toMatch(
      /<bdi class="block" lang="ar" dir="rtl">«[^<]*…»<\/bdi><\/h1>/,
    )
  })

  it('shows a hostile post as text', () => {
    const page = renderHtml(hostile())
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).not.toContain('href="javascript:')
    expect(page.match(/<\/title>/g)).toHaveLength(1)
    expect(page.match(/<\/style>/g)).toHaveLength(1)
    expect(page).not.toMatch(/[\u0000\u202e]/)
  })
})

describe('renderMarkdown', () => {
  it('isolates right-to-left quotations', () => {
    expect(renderMarkdown(hebrew())).toMatch(
      /^# Hebrew-language report: \u2068«[^\u2069]*»\u2069$/m,
    )
  })

  it('leaves no markup of a post standing', () => {
    const markdown = renderMarkdown(hostile()).split('---\n').slice(2).join('---\n')
    expect(markdown).not.toMatch(/(?<!\\)<script/)
    expect(markdown).not.toMatch(/(?<!\\)\[click(?<!\\)\]/)
    expect(markdown).not.toContain('](<javascript:')
    expect(markdown.match(/^#{1,6} /gm)).toHaveLength(6)
  })
})

describe('renderJson', () => {
  it('does not depend on the order of keys', () => {
    const stub = english()
    const reversed = Object.fromEntries(Object.entries(stub).reverse()) as unknown as typeof stub
    expect(renderJson(reversed)).toBe(renderJson(stub))
  })
})

describe('renderIndex', () => {
  it('lists the newest first with how each is sourced, and links to its page', () => {
    const older = { ...hebrew(), composedAt: '2026-07-01T00:00:00Z' }
    const page = renderIndex([older, english()], 2, ({ stub }) => `folder-${stub}`)
    expect(page.indexOf('folder-4711/stub.html')).toBeLessThan(page.indexOf('folder-21/stub.html'))
    expect(page).toContain('Echoed: one origin')
    expect(page).toContain('2 stubs.')
  })

  it('stands when there are no stubs', () => {
    expect(renderIndex([], 0, () => '')).toContain('0 stubs.')
  })

  it('says of how many it lists the newest', () => {
    const page = renderIndex([hebrew(), english()], 501, ({ stub }) => `folder-${stub}`)
    expect(page.match(/stub\.html/g)).toHaveLength(2)
    expect(page).toContain('The newest 2 of 501 stubs.')
  })
})

import { toPublic } from '../../export/public.ts'
import { renderHtml } from '../../export/render-html.ts'
import type { ActionOf } from '../action.ts'
import type { Asking } from '../context.ts'
import { rich } from '../rich.ts'
import type { Reply } from '../screen.ts'
import { withStub } from './card.ts'

/** The stub as the page it will be, or as the very bytes of its public version, as a file to open. */
export const previewStub = (asking: Asking, { story, as }: ActionOf<'preview'>): Promise<Reply> =>
  withStub(asking, story, ({ stub }) => {
    const { card } = asking.words
    const file =
      as === 'page'
        ? { name: `${stub.slug}.html`, bytes: Buffer.from(renderHtml(stub)) }
        : { name: `${stub.slug}.json`, bytes: Buffer.from(JSON.stringify(toPublic(stub), null, 2)) }
    const text = rich`${as === 'page' ? card.page : card.publicVersion} · #${stub.stub}`
    return { screens: [{ text, file }] }
  })

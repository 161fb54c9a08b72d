import { type PublicDispatch, toPublicDispatch } from '../../export/public.ts'
import { render } from '../../export/formats/formats.ts'
import { renderHtml } from '../../export/formats/render-html.ts'
import type { OpenStub } from '../../desk/review/review-desk.ts'
import type { ActionOf } from '../action.ts'
import type { Asking } from '../context.ts'
import { rich } from '../rich.ts'
import type { Reply } from '../screen.ts'
import { withStub } from './card.ts'

/** The stub as the desk's page of it, or as the page that will leave, as a file to open. */
export const previewStub = (asking: Asking, { story, as }: ActionOf<'preview'>): Promise<Reply> =>
  withStub(asking, story, async (open) => {
    const { card } = asking.words
    const { stub } = open
    const file =
      as === 'page'
        ? { name: `${stub.slug}.html`, bytes: Buffer.from(renderHtml(stub)) }
        : await publicPage(asking, open)
    const text = rich`${as === 'page' ? card.page : card.publicVersion} · #${stub.stub}`
    return { screens: [{ text, file }] }
  })

/** By the same steps that an approval and its delivery take, from the edition that stands or would be made now. */
async function publicPage(
  { desk, time }: Asking,
  open: OpenStub,
): Promise<{ name: string; bytes: Uint8Array }> {
  const editions = await desk.archive.desk.editions(open.stub.stub)
  const own = editions.filter(({ dispatch }) => dispatch === open.record.dispatch)
  const leaving = leavingOf(open, own.at(-1), time.nowAt)
  const firstAt = own[0]?.at ?? leaving.at
  const { fileName, bytes } = render('html', leaving, { firstAt })
  return { name: fileName, bytes }
}

/** What was approved or killed leaves as it was frozen then; anything else as it would if it were approved now. */
function leavingOf(
  { stub, record }: OpenStub,
  last: Parameters<typeof toPublicDispatch>[0] | undefined,
  now: string,
): PublicDispatch {
  const isFrozen = ['approved', 'exported', 'corrected', 'killed'].includes(record.state)
  if (isFrozen && last !== undefined) return toPublicDispatch(last)
  return toPublicDispatch({
    dispatch: record.dispatch ?? 'preview',
    edition: (last?.edition ?? 0) + 1,
    stub: stub.stub,
    kind: record.exported > 0 ? 'correction' : 'new',
    at: now,
    content: stub,
    namings: Array.from(record.namings.values()),
  })
}

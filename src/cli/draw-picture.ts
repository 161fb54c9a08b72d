import { writeFile } from 'node:fs/promises'
import { outletName } from '../desk/compose/outlet-name.ts'
import { IntakeError } from '../model/errors.ts'
import { drawTree } from '../picture/draw-tree.ts'
import { englishLabels } from '../picture/labels.ts'
import { renderPicture } from '../picture/render-picture.ts'
import { openTypeface } from '../picture/typeface.ts'
import type { Desk } from './desk.ts'
import type { StoryFile } from './views/story.ts'

/** Writes who took the story from whom to the file, as PNG. */
export async function writePicture(
  { archive, channels, config }: Desk,
  { story, signals, links }: StoryFile,
  file: string,
): Promise<void> {
  const outside = links.map(({ to }) => to).filter((to) => !signals.has(to) && to.includes('/'))
  const face = openTypeface()
  const svg = drawTree(
    {
      story,
      links,
      signals: new Map([...signals, ...(await archive.signals.get(outside))]),
      titleOf: (channel) => channels.get(channel).title,
      outletName: (outlet) => outletName(outlet).replace(/^the /, ''),
      timezone: config.desk.timezone,
      labels: englishLabels,
    },
    face,
  )
  const png = await renderPicture(svg, face)
  try {
    await writeFile(file, png, { mode: 0o600 })
  } catch (cause) {
    const message = `The picture can't be written to ${file}: is the folder there, and may you write to it?`
    throw new IntakeError('picture-not-written', message, { cause })
  }
}

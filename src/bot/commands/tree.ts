import { drawTree } from '../../picture/draw-tree.ts'
import { labelsOf } from '../../picture/labels-of.ts'
import { renderPicture } from '../../picture/render-picture.ts'
import { openTypeface, type Typeface } from '../../picture/typeface.ts'
import { outletName } from '../../desk/compose/outlet-name.ts'
import type { Story } from '../../model/story.ts'
import type { Command } from '../command.ts'
import type { Asking } from '../context.ts'
import { lines, rich } from '../rich.ts'
import type { Reply } from '../screen.ts'
import { countsOf, sourcingLine } from '../views/sourcing.ts'
import { headlineOf } from '../views/story.ts'
import { withStory } from './story.ts'

/** `/tree`: who took a story from whom, as a picture; its fonts are read once. */
export function createTree(): Command & {
  show: (asking: Asking, story: Story) => Promise<Reply>
} {
  let face: Typeface | undefined
  const show = async (asking: Asking, story: Story): Promise<Reply> => {
    const { archive, channels, config } = asking.desk
    const links = await archive.analysis.linksFrom(story.signals)
    const outside = links.map(({ to }) => to).filter((to) => to.includes('/'))
    face ??= openTypeface()
    const svg = drawTree(
      {
        story,
        links,
        signals: await archive.signals.get([...story.signals, ...outside]),
        titleOf: (channel) => channels.get(channel).title,
        outletName: (outlet) => outletName(outlet).replace(/^the /, ''),
        timezone: config.desk.timezone,
        labels: labelsOf(asking.language),
      },
      face,
    )
    const text = lines([
      headlineOf(story.headline, asking.words),
      sourcingLine(countsOf(story), asking.words),
      rich`/story_${story.story}`,
    ])
    return { screens: [{ text, picture: await renderPicture(svg, face) }] }
  }
  return {
    name: 'tree',
    role: 'reader',
    run: (asking, args) => withStory(asking, args, (story) => show(asking, story)),
    show,
  }
}

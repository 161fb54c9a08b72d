import { Argument, type Command } from 'commander'
import type { Archive } from '../../model/archive.ts'
import { IntakeError } from '../../model/errors.ts'
import type { StoredDecision, Story } from '../../model/story.ts'
import { readNumber } from '../arguments.ts'
import type { CliContext, CommonOptions } from '../context.ts'
import { reasonsNotFetched } from '../../lib/reasons-not-fetched.ts'
import { writePicture } from '../draw-picture.ts'
import { type Desk, withDesk } from '../desk.ts'
import { jsonLine, linkRow, signalRow } from '../rows.ts'
import { renderStory, type StoryFile } from '../views/story.ts'

interface StoryOptions extends CommonOptions {
  json?: true
  picture?: string
}

export function addStory(program: Command, context: CliContext): void {
  program
    .command('story')
    .description(
      'one story: its sourcing with reasons, who took it from whom, and what is not stated',
    )
    .addArgument(new Argument('<number>', 'the number that `wire` shows').argParser(readNumber))
    .option('--json', 'one JSON object')
    .option('--picture <file>', 'draw who took it from whom into this file, as PNG')
    .action((story: number, _options: object, command: Command) => {
      const options = command.optsWithGlobals<StoryOptions>()
      return withDesk(context, options, (desk) => showStory(desk, story, options, context))
    })
}

async function showStory(
  desk: Desk,
  story: number,
  options: StoryOptions,
  { console }: CliContext,
): Promise<void> {
  const file = await openStory(desk.archive, story)
  if (options.picture !== undefined) {
    await writePicture(desk, file, options.picture)
    const picture = { story, picture: options.picture }
    await console.out(
      options.json ? jsonLine(picture) : `Drew story #${story} to ${options.picture}\n`,
    )
    return
  }
  if (options.json) {
    const { links, signals, history, suggestions, earlier, blind, oldPictures, decisions } = file
    const pictures = Array.from(file.pictures, ([key, of]) => ({
      signal: key,
      why: reasonsNotFetched(of),
    }))
    const rows = {
      ...file.story,
      history,
      links: links.map(linkRow),
      suggestions,
      earlier,
      blind,
      oldPictures,
      notFetched: pictures.filter(({ why }) => why.length > 0),
      decisions,
      posts: file.story.signals.flatMap((key) => signals.get(key) ?? []).map(signalRow),
    }
    await console.out(jsonLine(rows))
    return
  }
  const titleOf = (channel: string) => desk.channels.get(channel).title
  const { paint, columns } = console
  await console.out(renderStory(file, { paint, columns, time: desk.time, titleOf }))
}

/** Reads a story with all that explains it; an unknown number answers with the numbers there are. */
export async function openStory(archive: Archive, number: number): Promise<StoryFile> {
  const story = await archive.analysis.story(number)
  if (story === undefined) throw await unknownStory(archive, number)
  const [signals, links, history, suggestions, stub, decisions, pictures] = await Promise.all([
    archive.signals.get(story.signals),
    archive.analysis.linksFrom(story.signals),
    archive.analysis.history(number),
    archive.analysis.suggestions(number),
    archive.stubs.get(number),
    archive.analysis.decisions(),
    archive.pictures.of(story.signals),
  ])
  return {
    story,
    signals,
    links,
    history,
    suggestions,
    earlier: stub?.earlier ?? [],
    blind: stub?.blind ?? [],
    oldPictures: stub?.oldPictures ?? [],
    pictures,
    decisions: decisions.filter((decision) => bearsOn(decision, story)),
  }
}

/** Whether a decision stands that has to do with a signal of the story. */
const bearsOn = ({ signals, withdrawnAt }: StoredDecision, story: Story) =>
  withdrawnAt === undefined && signals.some((key) => story.signals.includes(key))

/** A number may be missing because it was never given, or because its story was merged into another. */
export async function unknownStory(archive: Archive, number: number): Promise<IntakeError> {
  const newest = await archive.analysis.wire({ limit: 3 })
  if (newest.length === 0) {
    const message = `There is no story #${number}: there are none yet. \`import\` or \`run\` brings them in.`
    return new IntakeError('unknown-story', message)
  }
  const numbers = newest.map(({ story }) => `#${story}`).join(', ')
  return new IntakeError(
    'unknown-story',
    `There is no story #${number}; it may have been merged into another. \`wire\` lists the stories, the newest are ${numbers}.`,
  )
}

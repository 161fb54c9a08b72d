import { countedOrigins } from '../../lib/counted-origins.ts'
import type { Story } from '../../model/story.ts'
import type { Stub } from '../../model/stub.ts'
import { whoIs } from './attribution.ts'
import { channelCount } from './carriage.ts'
import { languageName } from './languages.ts'
import type { Telling } from './telling.ts'
import { capitalise, counted, listed } from './wording.ts'

/** Lines of "Source and signal": counts, languages, cited outlets, and channels the desk may name. */
export function describeSources(
  story: Story,
  tellings: readonly Telling[],
  note: Stub['sourceNote'],
): string[] {
  const standing = story.origins.filter(({ withdrawn }) => !withdrawn).length
  const languages = unique(tellings.map(({ signal }) => languageName(signal.lang)))
  const channels = channelCount(tellings)
  const cited = unique(tellings.flatMap(({ cites }) => cites)).map((name) =>
    name.replace(/^the /, ''),
  )
  const named = unique(
    tellings
      .filter(({ channel }) => channel.nameable)
      .map(({ channel }) => whoIs(channel).replace(/^the /, '')),
  )
  return [
    note.primary,
    `${capitalise(counted(note.signals, 'signal'))} from ${counted(channels, 'monitored channel')}, in ${listed(languages)}`,
    standing === 0
      ? 'No origin that stands'
      : countedOrigins(story) === 1
        ? standing === 1
          ? 'One origin'
          : 'Origins that count as one'
        : `At most ${counted(standing, 'independent origin')}`,
    ...(cited.length === 0 ? [] : [`Cited in the signals: ${listed(cited)}`]),
    ...(named.length === 0 ? [] : [`Named by permission: ${listed(named)}`]),
  ]
}

const unique = (values: readonly string[]) => Array.from(new Set(values))

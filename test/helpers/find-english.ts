import type { Message } from './telegram/types.ts'

/** Names of programs and formats, and words that are typed to the bot as they are. */
const sameEverywhere = [
  'CMS',
  'Telegram',
  'English',
  't.me',
  'single-source, echoed, corroborated, contested, withdrawn',
  'corroboration 12',
  'story 12',
  'channel x',
  'digest',
  'reader, editor, chief',
  'off',
  '\u20686\u2069, \u2068contested\u2069',
  '"ביטוי" lang:ru channel:x since:2026-07-01',
  '"фраза" lang:ru channel:x since:2026-07-01',
  'since:2026-07-01',
  'network.allowPrivate',
  'export.targets',
  'intake.yaml',
]

/**
 * Runs of Latin letters that a person is shown, in words of ours or set apart; `data` are names and texts that the
 * desk did not write. Keys of signals, commands with what is typed behind them and codes of languages are none.
 */
export function findEnglish(shown: string, data: readonly string[] = []): string[] {
  const known = [...data, ...sameEverywhere].toSorted((one, other) => other.length - one.length)
  const own = known
    .reduce((text, each) => text.replaceAll(each, ' '), shown)
    .replace(/^\/[^—·\n]*/gm, ' ')
    .replace(/\b\w+(?:_\w+)+(?:\/\d+)?|\b[a-z]+\/\d+/g, ' ')
    .replace(/ · \u2068(?:ru|en|he|ar|und)\u2069/g, ' ')
  return own.match(/\p{Script=Latin}{2,}/gu) ?? []
}

/** All that a message shows: its text, and what its buttons say. */
export const shownBy = ({ text, caption, reply_markup }: Message): string =>
  [
    text ?? caption ?? '',
    ...(reply_markup?.inline_keyboard ?? []).flat().map((button) => button.text),
  ].join('\n')

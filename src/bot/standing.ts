import type { BotDesk } from './context.ts'
import { rich } from './rich.ts'
import type { Sender } from './sender.ts'
import type { StandingChange } from './update.ts'

type Turn = 'added' | 'promoted' | 'demoted' | 'removed'

const outside: ReadonlySet<string> = new Set(['left', 'kicked'])

/** What became of the bot in a channel or group; undefined where nothing changed for it. */
export function turnOf(before: string, after: string): Turn | undefined {
  if (outside.has(after)) return outside.has(before) ? undefined : 'removed'
  if (after === 'administrator') return before === 'administrator' ? undefined : 'promoted'
  if (before === 'administrator') return 'demoted'
  return outside.has(before) ? 'added' : undefined
}

/** Tells the chiefs that somebody added the bot to a chat, or changed what it may do there; a chat with one person is theirs. */
export async function tellStanding(
  { chat, from, old_chat_member: before, new_chat_member: after }: StandingChange,
  desk: BotDesk,
  sender: Sender,
): Promise<void> {
  const turn = turnOf(before.status, after.status)
  if (chat.type === 'private' || turn === undefined) return
  const named = chat.title ?? chat.username
  // The number of a group is what the configuration wants of it.
  const where =
    named === undefined || chat.type !== 'channel' ? `${named ?? ''} (${chat.id})`.trim() : named
  const who = from.username === undefined ? from.first_name : `@${from.username}`
  for (const { id, role } of desk.members.all()) {
    if (role !== 'chief') continue
    const language = (await desk.archive.bot.language(id)) ?? desk.config.bot.language
    const { standing } = desk.wordsOf(language)
    await sender.send({ chat: id }, { text: rich`${standing[turn](where, who)}` })
  }
}

import { mayAct } from '../desk/member-book.ts'
import type { Member } from '../model/desk.ts'
import type { Command } from './command.ts'
import type { BotDesk } from './context.ts'
import type { SendQueue } from './send-queue.ts'
import type { Words } from './words/words.ts'

/** Strangers are offered nothing; each member is offered what their role may do, in their private chat. */
export async function announceCommands(
  queue: SendQueue,
  desk: BotDesk,
  commands: readonly Command[],
): Promise<void> {
  await set(queue, [], { type: 'default' })
  for (const member of desk.members.all()) {
    const language = (await desk.archive.bot.language(member.id)) ?? 'en'
    const offered = commandsOf(member, commands, desk.wordsOf(language))
    await set(queue, offered, { type: 'chat', chat_id: member.id })
  }
}

function commandsOf({ role }: Member, commands: readonly Command[], { help }: Words) {
  return commands
    .filter((command) => mayAct(role, command.role))
    .map(({ name }) => ({
      command: name,
      description: (help.commands as Record<string, string>)[name] ?? name,
    }))
}

/** Telegram refuses the scope of a chat it doesn't know yet; that member is offered nothing until they write. */
async function set(
  queue: SendQueue,
  commands: readonly unknown[],
  scope: Record<string, unknown>,
): Promise<void> {
  await queue.send({ method: 'setMyCommands', priority: 'digest', fields: { commands, scope } })
}

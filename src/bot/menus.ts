import { mayAct } from '../desk/review/member-book.ts'
import type { Member } from '../model/desk.ts'
import type { Command } from './command.ts'
import type { BotDesk } from './context.ts'
import { languageOf } from './language-of.ts'
import type { SendQueue } from './send-queue.ts'
import type { Words } from './words/words.ts'

/** The menus of commands that Telegram shows: strangers are offered nothing, each member what their role may do. */
export class Menus {
  private readonly queue: SendQueue
  private readonly desk: BotDesk
  private readonly commands: readonly Command[]

  constructor(queue: SendQueue, desk: BotDesk, commands: readonly Command[]) {
    this.queue = queue
    this.desk = desk
    this.commands = commands
  }

  /** Told at each start: members and commands may be others than before. */
  async announce(): Promise<void> {
    await this.call('setMyCommands', { commands: [], scope: { type: 'default' } })
    for (const member of this.desk.members.all()) await this.offer(member)
  }

  /** In their own language, in their private chat; Telegram refuses that of a member who never wrote. */
  async offer(member: Member): Promise<void> {
    const words = this.desk.wordsOf(await languageOf(this.desk, member.id))
    const commands = offered(member, this.commands, words)
    await this.call('setMyCommands', { commands, scope: scopeOf(member.id) })
  }

  async takeBack(member: number): Promise<void> {
    await this.call('deleteMyCommands', { scope: scopeOf(member) })
  }

  private async call(method: string, fields: Record<string, unknown>): Promise<void> {
    await this.queue.send({ method, priority: 'digest', fields })
  }
}

const scopeOf = (member: number) => ({ type: 'chat', chat_id: member })

function offered({ role }: Member, commands: readonly Command[], { help }: Words) {
  return commands
    .filter((command) => mayAct(role, command.role))
    .map(({ name }) => ({
      command: name,
      description: (help.commands as Record<string, string>)[name] ?? name,
    }))
}

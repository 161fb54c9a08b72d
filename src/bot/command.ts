import type { Role } from '../model/desk.ts'
import type { Asking } from './context.ts'
import type { Reply } from './screen.ts'

/** One command of the bot. Its words for `/help` stand in the catalogue under its name. */
export interface Command {
  name: string
  role: Role
  /** Called only for members whose role may; `args` is what stands after the command. */
  run: (asking: Asking, args: string) => Promise<Reply>
}

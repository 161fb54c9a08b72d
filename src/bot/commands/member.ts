import type { Role } from '../../model/desk.ts'
import { plainLine } from '../../lib/terminal-text.ts'
import type { Command } from '../command.ts'
import type { Asking } from '../context.ts'
import type { Menus } from '../menus.ts'
import { noteAct } from '../note-act.ts'
import { bold, foreign, lines, rich } from '../rich.ts'
import { type Reply, say } from '../screen.ts'

const roles: readonly Role[] = ['reader', 'editor', 'chief']
const longestName = 60

export const createMember = (menus: Menus): Command => ({
  name: 'member',
  role: 'chief',
  run: (asking, args) => {
    const [verb = 'list', id = '', ...rest] = args.split(/\s+/).filter((word) => word !== '')
    if (verb === 'list') return Promise.resolve(list(asking))
    if (verb === 'add') return add(asking, menus, id, rest)
    if (verb === 'remove') return remove(asking, menus, id)
    return Promise.resolve(say(rich`${asking.words.member.usage}`))
  },
})

function list({ desk, words }: Asking): Reply {
  return say(
    lines([
      bold(words.member.list),
      ...desk.members
        .all()
        .map(({ id, name, role }) => rich`• ${foreign(name)} · ${words.roles[role]} · ${id}`),
    ]),
  )
}

async function add(
  asking: Asking,
  menus: Menus,
  typedId: string,
  rest: readonly string[],
): Promise<Reply> {
  const { desk, words } = asking
  const id = readId(typedId)
  if (id === undefined) return say(rich`${words.member.badId(typedId)}`)
  const role = roles.find((one) => one === rest[0]?.toLowerCase())
  if (role === undefined) return say(rich`${words.member.badRole(rest[0] ?? '')}`)
  const name = plainLine(rest.slice(1).join(' ')).slice(0, longestName)
  if (name === '') return say(rich`${words.member.noName}`)
  const known = desk.members.get(id)
  if (known?.from === 'config') return say(rich`${words.member.fromConfig(known.name)}`)
  const added = desk.members.addedWith(id, { name, role })
  await noteAct(asking, { kind: 'member-add', member: id, name, role }, { members: added })
  const now = desk.members.get(id)
  if (now !== undefined) void menus.offer(now)
  return say(rich`${words.member.added(name, words.roles[role])}`)
}

async function remove(asking: Asking, menus: Menus, typedId: string): Promise<Reply> {
  const { desk, words } = asking
  const id = readId(typedId)
  if (id === undefined) return say(rich`${words.member.badId(typedId)}`)
  const known = desk.members.get(id)
  if (known === undefined) return say(rich`${words.member.unknown(id)}`)
  if (known.from === 'config') return say(rich`${words.member.fromConfig(known.name)}`)
  const { name } = known
  await noteAct(
    asking,
    { kind: 'member-remove', member: id, name },
    { members: desk.members.addedWith(id) },
  )
  void menus.takeBack(id)
  return say(rich`${words.member.removed(name)}`)
}

const readId = (typed: string): number | undefined =>
  /^\d{3,15}$/.test(typed) ? Number(typed) : undefined

import type { Member, Role } from '../../model/desk.ts'

const rank: Readonly<Record<Role, number>> = { reader: 0, editor: 1, chief: 2 }

/** True when the role may do what `needed` may. */
export const mayAct = (role: Role, needed: Role): boolean => rank[role] >= rank[needed]

/** Who may use the desk now: those of the configuration, which wins, and those a chief added. */
export class MemberBook {
  private readonly configured: readonly Member[]
  private added: readonly Member[]

  constructor(configured: readonly Omit<Member, 'from'>[], added: readonly Member[] = []) {
    this.configured = configured.map((member) => ({ ...member, from: 'config' as const }))
    this.added = added
  }

  get(id: number): Member | undefined {
    return this.all().find((member) => member.id === id)
  }

  all(): readonly Member[] {
    const known = new Set(this.configured.map(({ id }) => id))
    return [...this.configured, ...this.added.filter(({ id }) => !known.has(id))]
  }

  /** Takes over who was added, once it is stored. */
  setAdded(added: readonly Member[]): void {
    this.added = added
  }

  /** Those added, with this one put in or, without a role, taken out. */
  addedWith(id: number, change?: { name: string; role: Role }): readonly Member[] {
    const others = this.added.filter((member) => member.id !== id)
    return change === undefined ? others : [...others, { id, ...change, from: 'desk' as const }]
  }
}

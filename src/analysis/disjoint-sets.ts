/** Things that are put together, step by step; each set is named by one of its members. */
export class DisjointSets<T> {
  private readonly parents = new Map<T, T>()

  /** The name of the set that holds a thing: itself, as long as it is alone. */
  find(thing: T): T {
    let name = thing
    for (let up = this.parents.get(name); up !== undefined; up = this.parents.get(name)) name = up
    return name
  }

  /** Makes one set of two. */
  join(first: T, second: T): void {
    const [into, from] = [this.find(first), this.find(second)]
    if (into !== from) this.parents.set(from, into)
  }

  /** The things by the sets that hold them, each in the order given. */
  group(things: readonly T[]): T[][] {
    const groups = new Map<T, T[]>()
    for (const thing of things) {
      const name = this.find(thing)
      const group = groups.get(name)
      if (group === undefined) groups.set(name, [thing])
      else group.push(thing)
    }
    return Array.from(groups.values())
  }
}

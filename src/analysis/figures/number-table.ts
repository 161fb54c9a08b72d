const smallest = 1 << 12

/** Map from 32-bit hashes other than 0 to numbers, in typed arrays: open addressing, 8 bytes a slot. */
export class NumberTable {
  private keys = new Uint32Array(smallest)
  private values = new Uint32Array(smallest)
  private used = 0

  get(key: number): number | undefined {
    const slot = this.slotOf(key)
    return this.keys[slot] === 0 ? undefined : this.values[slot]
  }

  set(key: number, value: number): void {
    if (this.used * 2 >= this.keys.length) this.grow()
    const slot = this.slotOf(key)
    if (this.keys[slot] === 0) {
      this.keys[slot] = key
      this.used++
    }
    this.values[slot] = value
  }

  clear(): void {
    this.keys = new Uint32Array(smallest)
    this.values = new Uint32Array(smallest)
    this.used = 0
  }

  private slotOf(key: number): number {
    const { keys } = this
    const mask = keys.length - 1
    let slot = key & mask
    while (keys[slot] !== key && keys[slot] !== 0) slot = (slot + 1) & mask
    return slot
  }

  private grow(): void {
    const { keys, values } = this
    this.keys = new Uint32Array(keys.length * 2)
    this.values = new Uint32Array(keys.length * 2)
    for (let old = 0; old < keys.length; old++) {
      const key = keys[old] ?? 0
      if (key === 0) continue
      const slot = this.slotOf(key)
      this.keys[slot] = key
      this.values[slot] = values[old] ?? 0
    }
  }
}

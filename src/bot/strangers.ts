const hourMs = 3_600_000
/** Beyond so many, the one told longest ago is forgotten: a crowd must not fill the memory. */
const mostRemembered = 5000

/** Which strangers were told in the last hour that they are no members. */
export class Strangers {
  private readonly toldAtMs = new Map<number, number>()
  private readonly nowMs: () => number

  constructor(nowMs: () => number) {
    this.nowMs = nowMs
  }

  /** True once an hour for each; counts as told then. */
  mayTell(id: number): boolean {
    const now = this.nowMs()
    const last = this.toldAtMs.get(id)
    if (last !== undefined && now - last < hourMs) return false
    this.toldAtMs.delete(id)
    this.toldAtMs.set(id, now)
    const [oldest] = this.toldAtMs.keys()
    if (this.toldAtMs.size > mostRemembered && oldest !== undefined) this.toldAtMs.delete(oldest)
    return true
  }
}

// Loaded into a process before its own code: each SIGUSR2 moves its wall clock, forward a day and back an hour
// in turn. What counts elapsed time (timers, `performance.now`) goes on as on a real machine.
const TrueDate = Date
const dayMs = 86_400_000
const hourMs = 3_600_000
let jumps = 0
let offsetMs = 0

process.on('SIGUSR2', () => {
  offsetMs += jumps % 2 === 0 ? dayMs : -hourMs
  jumps += 1
})

globalThis.Date = new Proxy(TrueDate, {
  construct: (target, args: ConstructorParameters<DateConstructor> | []) =>
    args.length === 0 ? new target(target.now() + offsetMs) : new target(...args),
  get: (target, property, receiver): unknown =>
    property === 'now' ? () => TrueDate.now() + offsetMs : Reflect.get(target, property, receiver),
})

import type { BotUpdate } from './telegram-bot-client.ts'

/** The last update is a part of an album, so that more parts may follow it. */
export function endsInsideAlbum(updates: readonly BotUpdate[]): boolean {
  const last = updates.at(-1)
  return last !== undefined && last.json.includes('"media_group_id":')
}

/** Both answers to one question, in the order of the ids, each update once. */
export function mergeUpdates(
  first: readonly BotUpdate[],
  again: readonly BotUpdate[],
): BotUpdate[] {
  const byId = new Map([...first, ...again].map((update) => [update.id, update]))
  return [...byId.values()].sort((one, other) => one.id - other.id)
}

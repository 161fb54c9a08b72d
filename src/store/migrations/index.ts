import { first } from './001-first.ts'
import { undrafted } from './002-undrafted.ts'
import { readings } from './003-readings.ts'
import { prints } from './004-prints.ts'
import { desk } from './005-desk.ts'
import { watching } from './006-watching.ts'
import { bot } from './007-bot.ts'
import { packedReadings } from './008-packed-readings.ts'
import { decisions } from './009-decisions.ts'
import { chain } from './010-chain.ts'
import { outgoing } from './011-outgoing.ts'
import { buttonOwners } from './012-button-owners.ts'
import { gaps } from './013-gaps.ts'
import { channelEvents } from './014-channel-events.ts'
import { large } from './015-large.ts'
import { narrow } from './016-narrow.ts'
import { pictures } from './017-pictures.ts'

/** In order; entry n leads to schema version n + 1. Entries are only ever appended. */
export const migrations: readonly string[] = [
  first,
  undrafted,
  readings,
  prints,
  desk,
  watching,
  bot,
  packedReadings,
  decisions,
  chain,
  outgoing,
  buttonOwners,
  gaps,
  channelEvents,
  large,
  narrow,
  pictures,
]

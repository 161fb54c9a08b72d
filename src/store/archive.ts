import type { Archive } from '../model/archive.ts'
import { Analysis } from './judgements/analysis.ts'
import { answer } from './answer.ts'
import { backup } from './upkeep/backup.ts'
import { Chain } from './chain/chain.ts'
import { ChainArchive } from './chain/chain-archive.ts'
import { ChannelEventArchive } from './channel-events/event-archive.ts'
import { ChannelEventTable } from './channel-events/event-table.ts'
import { ChannelTable } from './signals/channels.ts'
import { CommitChain } from './chain/commit-chain.ts'
import type { DatabaseOptions } from './database.ts'
import { openDatabase } from './database.ts'
import { DeskArchive } from './review/desk.ts'
import { BotMemory } from './watching/bot.ts'
import { Dispatches } from './review/dispatches.ts'
import { InboxTable } from './watching/inbox.ts'
import { gatherEvidence } from './chain/evidence.ts'
import { GapArchive } from './gaps/gap-archive.ts'
import { GapLedger } from './gaps/ledger.ts'
import { Journal } from './signals/journal.ts'
import { PictureArchive } from './pictures/picture-archive.ts'
import { PictureTable } from './pictures/picture-table.ts'
import { PulseReader } from './upkeep/pulse.ts'
import { OutgoingArchive } from './review/outgoing.ts'
import { Search } from './search/search.ts'
import { SignalTable } from './signals/signal-table.ts'
import { Signals } from './signals/signals.ts'
import { SourceTable } from './signals/sources.ts'
import { StatsReader } from './upkeep/stats.ts'
import { Stubs } from './review/stubs.ts'
import { UnanalysedTable } from './signals/unanalysed.ts'
import { UndraftedTable } from './judgements/undrafted.ts'
import { Upkeep } from './upkeep/upkeep.ts'
import { verify } from './chain/verify.ts'
import { Watching } from './watching/watching.ts'

/** Opens the archive in a SQLite file, created (for its owner only) and migrated where needed. */
export function openArchive(path: string, options: DatabaseOptions = {}): Archive {
  const db = openDatabase(path, options)
  const channels = new ChannelTable(db)
  const gaps = new GapLedger(db, channels)
  const sources = new SourceTable(db, gaps)
  const channelEvents = new ChannelEventTable(db)
  const signals = new SignalTable(db)
  const unanalysed = new UnanalysedTable(db)
  const undrafted = new UndraftedTable(db)
  const inbox = new InboxTable(db)
  const journal = new Journal(db, sources, inbox)
  const stubs = new Stubs(db, undrafted)
  const chain = new Chain(db)
  const pulse = new PulseReader(db)
  const commitChain = new CommitChain(db, chain, signals)
  return {
    journal,
    signals: new Signals(db, {
      journal,
      sources,
      channels,
      signals,
      unanalysed,
      chain: commitChain,
      gaps,
      channelEvents,
      pictures: new PictureTable(db),
    }),
    pictures: new PictureArchive(db, { signals, undrafted, chain }),
    analysis: new Analysis(db, signals, unanalysed, undrafted),
    stubs,
    desk: new DeskArchive(db, stubs, inbox, chain),
    outgoing: new OutgoingArchive(db),
    gaps: new GapArchive(db, gaps, channels),
    channelEvents: new ChannelEventArchive(db, channelEvents),
    dispatches: new Dispatches(db),
    bot: new BotMemory(db, journal, inbox),
    watching: new Watching(db, channelEvents),
    search: new Search(db, signals),
    stats: new StatsReader(db, channels, sources),
    chain: new ChainArchive(db, chain),
    verify: (noted) => verify(db, noted),
    evidence: (keys) => answer(() => gatherEvidence(db, signals, keys)),
    backup: (file) => backup(db, file),
    upkeep: new Upkeep(db, chain),
    pulse: () => answer(() => pulse.read()),
    sources: () => answer(() => sources.states()),
    close: () => {
      if (db.open) db.pragma('optimize')
      db.close()
    },
  }
}

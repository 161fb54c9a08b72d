import type Database from 'better-sqlite3'
import type { ActQuery, DeskAppend, DeskEntry, DeskStore } from '../../model/desk-store.ts'
import type { Act, Edition, Member, StubAct, StubBasis } from '../../model/desk.ts'
import type { StubFlag } from '../../model/stub-flag.ts'
import { ActTable } from './acts.ts'
import { answer } from '../answer.ts'
import { type Chain, sha256 } from '../chain/chain.ts'
import { DeliveryTable } from './deliveries.ts'
import { EditionTable } from './editions.ts'
import { FlagTable } from './flags.ts'
import type { InboxTable } from '../watching/inbox.ts'
import { WatchTable } from '../watching/watches.ts'
import { MemberTable } from './members.ts'
import type { Stubs } from './stubs.ts'

/** What people did at the desk, and what that led to; one act is one transaction. */
export class DeskArchive implements DeskStore {
  private readonly db: Database.Database
  private readonly stubs: Stubs
  private readonly inbox: InboxTable
  private readonly acts: ActTable
  private readonly editionTable: EditionTable
  private readonly deliveries: DeliveryTable
  private readonly flagTable: FlagTable
  private readonly memberTable: MemberTable
  private readonly watchTable: WatchTable
  private readonly chain: Chain

  constructor(db: Database.Database, stubs: Stubs, inbox: InboxTable, chain: Chain) {
    this.inbox = inbox
    this.db = db
    this.stubs = stubs
    this.chain = chain
    this.acts = new ActTable(db)
    this.editionTable = new EditionTable(db)
    this.deliveries = new DeliveryTable(db)
    this.flagTable = new FlagTable(db)
    this.memberTable = new MemberTable(db)
    this.watchTable = new WatchTable(db)
  }

  append(entry: DeskEntry): Promise<DeskAppend> {
    const run = this.db.transaction(() => this.appendNow(entry))
    return answer(() => run.immediate())
  }

  actsOn(stub: number): Promise<readonly Act<StubAct>[]> {
    return answer(() => this.acts.of(stub))
  }

  touched(): Promise<ReadonlySet<number>> {
    return answer(() => this.acts.touched())
  }

  log(query: ActQuery): Promise<readonly Act[]> {
    return answer(() => this.acts.log(query))
  }

  editions(stub: number): Promise<readonly Edition[]> {
    return answer(() => this.editionTable.of(stub))
  }

  edition(dispatch: string, edition: number): Promise<Edition | undefined> {
    return answer(() => this.editionTable.get(dispatch, edition))
  }

  basis(stub: number): Promise<StubBasis | undefined> {
    return answer(() => this.flagTable.basis(stub))
  }

  flag(
    stub: number,
    flags: readonly Omit<StubFlag, 'flag' | 'seen' | 'stub'>[],
    basis?: StubBasis,
  ): Promise<readonly StubFlag[]> {
    const run = this.db.transaction(() => {
      if (basis !== undefined) this.flagTable.setBasis(stub, basis)
      return flags.flatMap((flag) => this.flagTable.add({ ...flag, stub }) ?? [])
    })
    return answer(() => run.immediate())
  }

  flags(stub: number): Promise<readonly StubFlag[]> {
    return answer(() => this.flagTable.of(stub))
  }

  members(): Promise<readonly Member[]> {
    return answer(() => this.memberTable.all())
  }

  private appendNow({
    act,
    head,
    stub,
    edition,
    targets = [],
    recall,
    members,
    unwatch,
    basis,
    settles,
  }: DeskEntry): DeskAppend {
    if (head !== undefined && act.stub !== undefined && this.acts.headOf(act.stub) !== head)
      return { kind: 'changed' }
    if (recall !== undefined && !this.deliveries.recall(recall.dispatch, recall.edition))
      return { kind: 'already-leaving' }
    if (unwatch !== undefined && !this.watchTable.remove(unwatch.watch, unwatch.member))
      return { kind: 'changed' }
    const appended = this.acts.append(act)
    this.chain.append('act', `act ${appended.act}`, Buffer.from(appended.hash, 'hex'), act.at)
    if (stub !== undefined) this.stubs.settleState(stub)
    if (edition !== undefined) {
      this.editionTable.add(edition)
      const subject = `edition ${edition.dispatch}/${edition.edition}`
      this.chain.append('edition', subject, sha256(JSON.stringify(edition)), edition.at)
      this.deliveries.enqueue(edition, targets)
    }
    if (basis !== undefined && act.stub !== undefined) this.flagTable.startBasis(act.stub, basis)
    if (members !== undefined) this.memberTable.replace(members)
    if (settles !== undefined) this.inbox.settle(settles)
    return { kind: 'done', act: appended }
  }
}

import type Database from 'better-sqlite3'
import type { Expired, LetGo } from '../../model/upkeep.ts'
import type { Chain } from '../chain/chain.ts'
import { goneItem, hashText } from '../chain/chain-items.ts'

interface OldText {
  row: number
  name: string
  revision: number
  text: string
}

/**
 * Lets go what is too old to be kept: bodies of payloads, words of posts and their versions. Hashes, links and
 * every other fact stay, and the chain says of each what was let go, so that it still verifies.
 */
export class Retention {
  private readonly chain: Chain
  private readonly bodies
  private readonly emptyBody
  private readonly texts
  private readonly emptyText
  private readonly revisions
  private readonly emptyRevision
  private readonly derived
  private readonly idlePolls

  constructor(db: Database.Database, chain: Chain) {
    this.chain = chain
    this.bodies = db.prepare<[string, number], { journal: number; sha256: Buffer }>(
      `SELECT journal, sha256 FROM journal
       WHERE body IS NOT NULL AND state <> 'pending' AND received_at < ?
         AND journal NOT IN (SELECT journal FROM inbox) ORDER BY journal LIMIT ?`,
    )
    this.emptyBody = db.prepare<[number]>('UPDATE journal SET body = NULL WHERE journal = ?')
    const live = 'row NOT IN (SELECT row FROM unanalysed)'
    this.texts = db.prepare<[string, number], OldText>(
      `SELECT s.row, c.name || '/' || s.id AS name, s.revision, s.text
       FROM signals s JOIN channels c USING (channel)
       WHERE s.at < ? AND s.text <> '' AND s.${live} ORDER BY s.row LIMIT ?`,
    )
    this.emptyText = db.prepare<[number]>("UPDATE signals SET text = '' WHERE row = ?")
    this.revisions = db.prepare<[number], { revision: number; text: string }>(
      "SELECT revision, text FROM revisions WHERE row = ? AND text <> '' ORDER BY revision",
    )
    this.emptyRevision = db.prepare<[number]>("UPDATE revisions SET text = '' WHERE row = ?")
    this.derived = [
      'DELETE FROM signal_words WHERE rowid = ?',
      'DELETE FROM readings WHERE row = ?',
      "UPDATE album_parts SET text = '' WHERE row = ?",
    ].map((sql) => db.prepare<[number]>(sql))
    this.idlePolls = db.prepare<[string, number]>(
      `DELETE FROM journal WHERE journal IN (
         SELECT j.journal FROM journal j
         WHERE j.body IS NULL AND j.contributed = 0 AND j.state = 'done' AND j.received_at < ?
           AND j.kind <> 'telegram-update'
           AND NOT EXISTS (SELECT 1 FROM signals s WHERE s.journal = j.journal)
           AND NOT EXISTS (SELECT 1 FROM revisions r WHERE r.journal = j.journal)
           AND NOT EXISTS (SELECT 1 FROM quarantine q WHERE q.journal = j.journal)
         LIMIT ?)`,
    )
  }

  /** One batch of each kind; all zero when nothing is too old any more. */
  step({ textsBefore, bodiesBefore, idleBefore, at }: LetGo, batch: number): Expired {
    const bodies = bodiesBefore === undefined ? [] : this.bodies.all(bodiesBefore, batch)
    const texts = textsBefore === undefined ? [] : this.texts.all(textsBefore, batch)
    const lines = [
      ...bodies.map(({ journal, sha256 }) =>
        goneItem('body-gone', String(journal), sha256.toString('hex')),
      ),
      ...texts.flatMap((text) => this.linesOf(text)),
    ]
    if (lines.length > 0) this.chain.appendItems('let-go', 'what was too old', lines, at)
    for (const { journal } of bodies) this.emptyBody.run(journal)
    for (const { row } of texts) this.empty(row)
    const idle = idleBefore === undefined ? 0 : this.idlePolls.run(idleBefore, batch).changes
    return { bodies: bodies.length, texts: texts.length, idle }
  }

  private linesOf({ row, name, text }: OldText): string[] {
    const revisions = this.revisions
      .all(row)
      .map(({ revision, text: words }) =>
        goneItem('revision-gone', `${name}#${revision}`, hashText(words)),
      )
    return [goneItem('text-gone', name, hashText(text)), ...revisions]
  }

  private empty(row: number): void {
    this.emptyText.run(row)
    this.emptyRevision.run(row)
    for (const statement of this.derived) statement.run(row)
  }
}

import { randomBytes } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { JournalStore } from '../../model/journal.ts'
import type {
  BotStore,
  ButtonOwner,
  InboxEntry,
  Language,
  StoredAction,
  StoredButton,
  StoredPrompt,
} from '../../model/bot.ts'
import { answer } from '../answer.ts'
import type { InboxTable } from './inbox.ts'

interface PromptRecord {
  chat: number
  message: number
  member: number
  action: string
}

interface ButtonRecord {
  action: string
  chat: number | null
  member: number | null
}

/** 96 bits: nobody guesses a button that was given to somebody else. */
const tokenBytes = 12

export class BotMemory implements BotStore {
  private readonly db: Database.Database
  private readonly journal: JournalStore
  private readonly inboxTable: InboxTable
  private readonly insertButton
  private readonly buttonOf
  private readonly dropOld
  private readonly insertPrompt
  private readonly promptOf
  private readonly languageOf
  private readonly putLanguage

  constructor(db: Database.Database, journal: JournalStore, inbox: InboxTable) {
    this.db = db
    this.journal = journal
    this.inboxTable = inbox
    this.insertButton = db.prepare<[string, string, string, number, number | null]>(
      'INSERT INTO buttons (token, action, at, chat, member) VALUES (?, ?, ?, ?, ?)',
    )
    this.buttonOf = db.prepare<[string], ButtonRecord>(
      'SELECT action, chat, member FROM buttons WHERE token = ?',
    )
    this.dropOld = ['buttons', 'prompts'].map((table) =>
      db.prepare<[string]>(`DELETE FROM ${table} WHERE at < ?`),
    )
    this.insertPrompt = db.prepare<[PromptRecord & { at: string }]>(
      `INSERT OR REPLACE INTO prompts (chat, message, member, action, at)
       VALUES (@chat, @message, @member, @action, @at)`,
    )
    this.promptOf = db.prepare<[number, number], PromptRecord>(
      'SELECT chat, message, member, action FROM prompts WHERE chat = ? AND message = ?',
    )
    this.languageOf = db
      .prepare<[number], Language>('SELECT language FROM languages WHERE member = ?')
      .pluck()
    this.putLanguage = db.prepare<[number, Language]>(
      'INSERT OR REPLACE INTO languages (member, language) VALUES (?, ?)',
    )
  }

  async inbox(limit: number): Promise<readonly InboxEntry[]> {
    const entries: InboxEntry[] = []
    for (const journal of this.inboxTable.list(limit)) {
      const entry = await this.journal.read(journal)
      entries.push({ journal, body: entry === undefined ? '' : String(entry.body) })
    }
    return entries
  }

  settle(journal: number): Promise<void> {
    return answer(() => {
      this.inboxTable.settle(journal)
    })
  }

  putButtons(
    actions: readonly StoredAction[],
    { chat, member }: ButtonOwner,
    at: string,
  ): Promise<readonly string[]> {
    const run = this.db.transaction(() =>
      actions.map((action) => {
        const token = randomBytes(tokenBytes).toString('base64url')
        this.insertButton.run(token, JSON.stringify(action), at, chat, member ?? null)
        return token
      }),
    )
    return answer(() => run.immediate())
  }

  button(token: string): Promise<StoredButton | undefined> {
    return answer(() => {
      const record = this.buttonOf.get(token)
      if (record === undefined) return undefined
      const { action, chat, member } = record
      return {
        action: JSON.parse(action) as StoredAction,
        ...(chat === null ? {} : { chat }),
        ...(member === null ? {} : { member }),
      }
    })
  }

  dropButtons(before: string): Promise<void> {
    return answer(() => {
      for (const statement of this.dropOld) statement.run(before)
    })
  }

  putPrompt({ action, ...prompt }: StoredPrompt, at: string): Promise<void> {
    return answer(() => {
      this.insertPrompt.run({ ...prompt, action: JSON.stringify(action), at })
    })
  }

  prompt(chat: number, message: number): Promise<StoredPrompt | undefined> {
    return answer(() => {
      const record = this.promptOf.get(chat, message)
      return record && { ...record, action: JSON.parse(record.action) as StoredAction }
    })
  }

  language(member: number): Promise<Language | undefined> {
    return answer(() => this.languageOf.get(member))
  }

  setLanguage(member: number, language: Language): Promise<void> {
    return answer(() => {
      this.putLanguage.run(member, language)
    })
  }
}

/** An update of the bot that waits to be answered. */
export interface InboxEntry {
  journal: number
  body: string
}

/** What a button does when it is pressed, as JSON; `bot/action.ts` reads it. */
export type StoredAction = Record<string, unknown>

/** A question of the bot that a member may answer by replying to it. */
export interface StoredPrompt {
  chat: number
  message: number
  member: number
  action: StoredAction
}

export type Language = 'en' | 'he' | 'ru'

/** What the bot remembers: what it has to answer, what its buttons do, what it asked. */
export interface BotStore {
  /** Updates that nobody has answered, oldest first. */
  inbox(limit: number): Promise<readonly InboxEntry[]>
  /** Takes an update off the inbox: it was answered, or never can be. */
  settle(journal: number): Promise<void>
  /** Stores what buttons do; answers their tokens, in order. */
  putButtons(actions: readonly StoredAction[], at: string): Promise<readonly string[]>
  /** Undefined for tokens that were never given, or were let go. */
  button(token: string): Promise<StoredAction | undefined>
  /** Lets go of buttons that were made before the instant. */
  dropButtons(before: string): Promise<void>
  putPrompt(prompt: StoredPrompt, at: string): Promise<void>
  prompt(chat: number, message: number): Promise<StoredPrompt | undefined>
  language(member: number): Promise<Language | undefined>
  setLanguage(member: number, language: Language): Promise<void>
}

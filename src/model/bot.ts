/** An update of the bot that waits to be answered. */
export interface InboxEntry {
  journal: number
  body: string
}

/** What a button does when it is pressed, as JSON; `bot/action.ts` reads it. */
export type StoredAction = Record<string, unknown>

/** Whom a button was given to: anyone who may, in that chat, where no member is named. */
export interface ButtonOwner {
  chat: number
  member?: number
}

export interface StoredButton {
  action: StoredAction
  /** Undefined for buttons of before owners were kept. */
  chat?: number
  member?: number
}

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
  putButtons(
    actions: readonly StoredAction[],
    owner: ButtonOwner,
    at: string,
  ): Promise<readonly string[]>
  /** Undefined for tokens that were never given, or were let go. */
  button(token: string): Promise<StoredButton | undefined>
  /** Lets go of buttons that were made before the instant. */
  dropButtons(before: string): Promise<void>
  putPrompt(prompt: StoredPrompt, at: string): Promise<void>
  prompt(chat: number, message: number): Promise<StoredPrompt | undefined>
  language(member: number): Promise<Language | undefined>
  setLanguage(member: number, language: Language): Promise<void>
}

import type { Language } from '../model/bot.ts'
import type { BotDesk } from './context.ts'

/** The language a member chose with /language, or the desk's. */
export const languageOf = async (
  { archive, config }: Pick<BotDesk, 'archive' | 'config'>,
  member: number,
): Promise<Language> => (await archive.bot.language(member)) ?? config.bot.language

import type { Language } from '../../model/bot.ts'
import { en } from './en.ts'
import type { Words } from './words.ts'

const catalogues: Readonly<Record<Language, Words>> = { en, he: en, ru: en }

export const wordsOf = (language: Language): Words => catalogues[language]

import type { Language } from '../../model/bot.ts'
import { en } from './en.ts'
import { he } from './he.ts'
import { ru } from './ru.ts'
import type { Words } from './words.ts'

const catalogues: Readonly<Record<Language, Words>> = { en, he, ru }

export const wordsOf = (language: Language): Words => catalogues[language]

import type { Language } from '../model/bot.ts'
import { englishLabels, type PictureLabels } from './labels.ts'
import { hebrewLabels } from './labels-he.ts'
import { russianLabels } from './labels-ru.ts'

const labels: Readonly<Record<Language, PictureLabels>> = {
  en: englishLabels,
  he: hebrewLabels,
  ru: russianLabels,
}

/** The words of a picture in a member's language. */
export const labelsOf = (language: Language): PictureLabels => labels[language]

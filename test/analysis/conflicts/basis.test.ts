import { expect, test } from 'vitest'
import { readBasis } from '../../../src/analysis/conflicts/basis.ts'

test.each([
  ['An eyewitness described smoke over the mill.', ['witness']],
  ['The ministry said that the bridge is shut.', ['official']],
  ['Sources told our desk that the talks failed.', ['unnamed source']],
  ['The director has reportedly left the town.', ['hearsay']],
  ['Очевидцы сообщили о дыме над мельницей.', ['witness']],
  ['В пресс-службе завода подтвердили пожар.', ['official']],
  ['По слухам, директор уехал из города.', ['hearsay']],
  ['Очевидці розповіли про дим над млином.', ['witness']],
  ['За чутками, директор поїхав з міста.', ['hearsay']],
  ['قال شهود عيان إن الدخان غطى الطاحونة', ['witness']],
  ['يقال إن المدير غادر المدينة', ['hearsay']],
  ['עדי ראייה סיפרו על עשן מעל הטחנה', ['witness']],
  ['דובר המשטרה הודיע על סגירת הגשר', ['official']],
  ['شاهدان عینی از دود بر فراز آسیاب گفتند', ['witness']],
  ['منابع آگاه از شکست مذاکرات خبر دادند', ['unnamed source']],
  ['The bridge over the river is shut.', []],
  ['Очевидно, мост через реку закрыт.', []],
])('%s', (text, bases) => {
  expect(readBasis(text)).toEqual(bases)
})

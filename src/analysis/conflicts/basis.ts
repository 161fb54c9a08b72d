import { Lexicon } from '../text/lexicon.ts'
import { readWords } from '../text/read-words.ts'

/** How a post says it knows, but for the outlets it names: those are told by its citations. */
export type Basis = 'witness' | 'official' | 'unnamed source' | 'hearsay'

/** The strongest that a text names comes first. */
const order: readonly Basis[] = ['witness', 'official', 'unnamed source', 'hearsay']

const lexicon = new Lexicon<Basis>([
  [
    'witness',
    `eyewitness our_correspondent_saw our_reporter_saw witnesses_said witnesses_told
    очевидец очевидц очевидець наш_корреспондент_видел наш_кореспондент_бачив
    شهود_عيان شاهد_عيان مراسلنا_شاهد עדי_ראייה עד_ראייה כתבנו_ראה شاهدان_عینی شاهد_عینی`,
  ],
  [
    'official',
    `spokesman_said spokesperson_said spokeswoman_said ministry_said officials_said police_said
    пресс-служб пресс_служб заявили_в_министерстве прес-служб прес_служб повідомили_в_міністерстві
    المتحدث_باسم דובר_צה דובר_המשטרה سخنگوی`,
  ],
  [
    'unnamed source',
    `sources_told sources_said source_told source_said sources_familiar
    источники_сообщ источник_сообщ джерела_повідом джерело_повідом
    مصادر_مطلعة مصدر_مطلع مصادر_خاصة גורם_ביטחוני מקור_ביטחוני منابع_آگاه منبع_آگاه`,
  ],
  [
    'hearsay',
    `reportedly rumour rumor якобы$ по_слухам начебто$ за_чутками
    يقال$ شائعات לפי_שמועות שמועות$ گفته_می_شود گفته_میشود شایعه`,
  ],
])

/** Bases of knowledge that a text names, the strongest first; empty where it names none. */
export function readBasis(text: string): Basis[] {
  const named = new Set(lexicon.find(readWords(text)).map(({ label }) => label))
  return order.filter((basis) => named.has(basis))
}

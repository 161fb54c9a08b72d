import { plainLine } from '../../lib/terminal-text.ts'
import type { Sourcing } from '../../model/story.ts'
import { isolated } from './isolated.ts'
import type { TellTime, ToldEvent, ToldFlag } from './told.ts'

const named = (name: string) => isolated(plainLine(name))

/** What became of a channel, in Hebrew. */
export function channelEvent({ kind, channel, detail }: ToldEvent, time: TellTime): string {
  const { now = '', was = '', successor = '', lastAt, usualMinutes } = detail
  switch (kind) {
    case 'moved':
      return `שמו עכשיו ${named(`@${now}`)}, וקודם היה ${named(`@${was}`)}. הפוסטים שלו עדיין נשמרים בתור ${named(channel)}; צריך לרשום את השם החדש בהגדרות.`
    case 'retitled':
      return `הכותרת שלו עכשיו “${named(now)}”, וקודם הייתה “${named(was)}”.`
    case 'replaced':
      return `לערוץ אחר יש עכשיו השם שלו. הפוסטים של האחר נשמרים בנפרד, בתור ${named(successor)}; ${named(channel)} לא יקבל עוד פוסטים. צריך להחליט לאיזה מהם הדסק מאזין.`
    case 'private':
      return 'הערוץ קיים ואינו מראה עוד פוסטים: הוא נעשה פרטי, או סגר את התצוגה.'
    case 'gone':
      return `אין עוד ערוץ בשם הזה: הוא נמחק, או עבר לשם ש־${isolated('Telegram')} אינו מוסר.`
    case 'silent': {
      const last = lastAt === undefined ? '' : ` מאז ${time.show(lastAt)}`
      const usual =
        usualMinutes === undefined
          ? ''
          : `; חצי מההפסקות שלו קצרות מ־${time.lasting(Math.max(1, usualMinutes))}`
      return `אין פוסטים${last}${usual}. אפשר לקרוא אותו: הוא עצמו שותק.`
    }
    case 'back':
      return 'הוא חזר: הפוסטים שלו נקראים שוב.'
  }
}

/** What changed beneath a stub, in Hebrew. */
export function flagWords(
  { kind, subject = '' }: ToldFlag,
  sourcing: Readonly<Record<Sourcing, string>>,
  detail: (name: string) => string,
): string {
  const [from, to] = subject
    .split(' ')
    .map((each) => sourcing[each as Sourcing] as string | undefined)
  const change = from === undefined || to === undefined ? '' : `: מ“${from}” ל“${to}”`
  switch (kind) {
    case 'edited':
      return `${named(subject)}: הפוסט נערך.`
    case 'deleted':
      return `${named(subject)}: הפוסט נמחק.`
    case 'sourcing-fell':
      return `המקורות נחלשו${change}.`
    case 'sourcing-rose':
      return `המקורות התחזקו${change}.`
    case 'new-origin':
      return `מקור נוסף: ${named(subject)}.`
    case 'conflict':
      return `המקורות חלוקים עכשיו: ${detail(subject)}.`
    case 'old-picture':
      return `${named(subject)}: התמונה כבר פורסמה, תחת דיווח אחר.`
    case 'gone':
      return 'הסיפור הזה איננו עוד: הדיווחים שלו צורפו לסיפור אחר.'
  }
}

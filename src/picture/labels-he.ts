import { counterIn } from '../lib/count-words.ts'
import { inLargestUnit, type PictureLabels } from './labels.ts'

const counted = counterIn('he')
const moreChannels = (count: number) =>
  counted(count, { one: 'ועוד ערוץ אחד', two: 'ועוד שני ערוצים', other: 'ועוד # ערוצים' })
const units = { minute: 'דק׳', hour: 'שע׳', day: 'ימים', month: 'חודשים', year: 'שנים' } as const

/** The words of a picture in Hebrew; a line that begins in Hebrew is set from the right by itself. */
export const hebrewLabels: PictureLabels = {
  locale: 'he-IL',
  story: (number) => `סיפור ${number}`,
  times: (timezone) => `השעות לפי ${timezone}`,
  counts: (origins, channels, signals) =>
    [
      counted(origins, { one: 'מקור אחד', two: 'שני מקורות', other: '# מקורות' }),
      counted(channels, { one: 'ערוץ אחד', two: 'שני ערוצים', other: '# ערוצים' }),
      counted(signals, { one: 'פוסט אחד', two: 'שני פוסטים', other: '# פוסטים' }),
    ].join(' · '),
  sourcing: {
    'single-source': 'מקור יחיד',
    echoed: 'מצוטט',
    corroborated: 'כמה מקורות',
    contested: 'המקורות חלוקים',
    withdrawn: 'חזרו בהם',
  },
  meaning: {
    'single-source': 'מקור אחד, וערוץ אחד מביא אותו.',
    echoed: 'כמה ערוצים מביאים את זה, וכולם ממקור אחד.',
    corroborated: 'מספרים על כך מקורות שלא לקחו זה מזה, ככל שנמצא.',
    contested: 'מקורות שלא לקחו זה מזה חלוקים על פרט.',
    withdrawn: 'כל המקורות מחקו את זה או חזרו בהם.',
  },
  kinds: { forward: 'העביר', copy: 'העתיק', cite: 'ציטט', translation: 'תרגם' },
  noWords: '(בלי מילים)',
  origin: 'מקור',
  withdrawn: 'חזר בו',
  edited: 'נערך',
  deleted: 'נמחק',
  seemsDeleted: 'כנראה נמחק',
  notMonitored: 'לא במעקב',
  notStored: 'הפוסט שלו לא שמור',
  elsewhere: 'בסיפור אחר',
  timeUnknown: 'השעה לא ידועה',
  severalPosts: 'כמה פוסטים',
  owner: (name) => `בעלים: ${name}`,
  moreTakers: (channels, name) => `${moreChannels(channels)} שלקחו מ־${name}`,
  moreOthers: (channels, origins) =>
    origins === 0
      ? `${moreChannels(channels)} שלא לקחו מאלה`
      : `${moreChannels(channels)}, ובהם ${counted(origins, { one: 'עוד מקור אחד', two: 'עוד שני מקורות', other: 'עוד # מקורות' })}`,
  moreLinks: (links) =>
    counted(links, {
      one: 'עוד קשר אחד בלי קו',
      two: 'עוד שני קשרים בלי קו',
      other: 'עוד # קשרים בלי קו',
    }),
  gap: (seconds) => {
    const { count, unit } = inLargestUnit(seconds)
    return `${count} ${units[unit]}`
  },
  gapNote: 'דילוג בזמן',
}

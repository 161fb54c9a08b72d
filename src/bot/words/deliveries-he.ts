import type { DryRun } from '../../export/delivery/dry-run.ts'
import type { Leak } from '../../export/leaks/leaks.ts'
import { plainLine } from '../../lib/terminal-text.ts'
import type { DeliveryCode } from '../../model/outgoing.ts'
import { isolated } from './isolated.ts'
import type { Words } from './words.ts'

const again = 'ואז “עוד ניסיון”'
const cms = isolated('CMS')

const sentences: Readonly<Record<DeliveryCode, string>> = {
  gone: 'הטיוטה נמחקה שם, ולא תיווצר שוב מעצמה. כדי ליצור אותה מחדש: “עוד ניסיון”.',
  trashed: `הטיוטה הושלכה שם לסל. יש לשחזר או למחוק אותה שם, ${again}.`,
  published: `זה כבר פורסם שם, ומכאן דבר לא משתנה: את התיקון או ההסרה יש לבצע שם, ${again}.`,
  taken: `באותה כתובת עומד שם משהו אחר, והוא לא שונה. יש לתת לו כתובת אחרת או למחוק אותו שם, ${again}.`,
  touched: `מישהו עבד שם על הטקסט, ולכן הוא לא שונה. יש ליישב שם בין שני הנוסחים, ${again}.`,
  hidden: `הטקסט נמצא שם, אבל החשבון הזה כבר לא רואה אותו. יש לטפל בזה שם, ${again}.`,
  altered: `מה שעומד שם אינו מה שנשלח. יש לתקן שם או בהגדרות, ${again}.`,
  'not-yet-seen': 'התקבל ועדיין לא נראה; תהיה בדיקה נוספת.',

  leak: 'דבר לא נשלח: בטקסט יש משהו שאסור לו לצאת מהדסק. יש לתקן את הידיעה, או להתיר את שם הערוץ.',
  unmapped: `אין לזה מקבילה בהגדרות. יש להוסיף אותה או לתקן את הידיעה, ${again}.`,
  'unknown-categories': `אין שם קטגוריות כאלה. יש לתקן את ההגדרות, ${again}.`,
  'unknown-tags': `אין שם תגיות כאלה. יש לתקן את ההגדרות, ${again}.`,
  'title-too-long': 'הכותרת ארוכה ממה שמתקבל שם. אפשר לקצר אותה בתיקון.',
  'content-too-long': 'הטקסט ארוך ממה שמתקבל שם. אפשר לקצר אותו בתיקון.',

  unreachable: 'אין קשר; הניסיונות נמשכים.',
  tls: `אי אפשר לסמוך על האישור: הוא שגוי או שפג תוקפו. יש לחדש אותו, ${again}.`,
  throttled: `ה־${cms} מבקש לחכות; הניסיונות נמשכים.`,
  'server-fault': `תקלה בצד של ה־${cms}; הניסיונות נמשכים.`,
  clock: `השעון של המחשב הזה אינו תואם לשעון של ה־${cms}. יש לכוון אותו, ${again}.`,
  refused: `ה־${cms} מסרב. כדאי לבדוק מה הוא עונה ואת הכתובת בהגדרות.`,
  unauthorised: `הסיסמה או המפתח שגויים או שפג תוקפם. יש לקבוע חדשים, ${again}.`,
  forbidden: `לחשבון הזה אין הרשאה. יש לתת לו את התפקיד המתאים, ${again}.`,
  'not-found': `אין דבר בכתובת הזאת. יש לתקן את הכתובת בהגדרות, ${again}.`,
  'gone-for-good': 'היעד כבר לא מקבל דבר. יש להסיר אותו מההגדרות.',
  'too-large': `הידיעה גדולה ממה שמתקבל שם. יש להעלות את הגבול או לקצר, ${again}.`,
  'not-stored': `ה־${cms} לא הצליח לשמור: ייתכן שהטקסט ארוך מדי, או שיש בו תווים שאינם נתמכים. יש לתקן, ${again}.`,
  'answer-too-large': 'התשובה גדולה מדי ולא נקראה.',
  'half-answer': 'התשובה נקטעה; הניסיונות נמשכים.',
  'strange-answer': `ה־${cms} עונה משהו אחר ממה שצריך. כדאי לבדוק את הגרסה, את התוספים ואת הכתובת.`,
  'not-an-api': 'במקום נתונים מגיע עמוד. כדאי לבדוק את הכתובת, ואם האתר בתחזוקה.',
  'login-page': `במקום תשובה מגיע עמוד כניסה. יש לפתוח את הגישה או לתת כתובת שמעבר לו, ${again}.`,
  moved: `הכתובת מפנה למקום אחר. יש לקבוע בהגדרות את החדשה, ${again}.`,

  'disk-full': 'הדיסק מלא. יש לפנות מקום; הניסיונות נמשכים.',
  disk: 'הדיסק לא עונה; הניסיונות נמשכים.',
  'not-writable': `אי אפשר לכתוב לתיקייה הזאת. יש לבדוק את ההרשאה ואת הנתיב, ${again}.`,

  'unknown-target': `היעד הזה כבר לא בהגדרות. יש להחזיר אותו, ${again}.`,
  fault: 'תקלה במערכת עצמה, והפרטים ביומן שלה; הניסיונות נמשכים.',
  'given-up': 'הניסיונות נפסקו. אחרי הטיפול בסיבה: “עוד ניסיון”.',
}

const deeds: Readonly<Record<DryRun['does'], string>> = {
  create: 'תיווצר טיוטה',
  change: 'הטיוטה תשתנה, אם איש לא ייגע בה עד אז',
  withdraw: 'הטיוטה תוסר',
  nothing: 'לא יישלח דבר',
}

const kinds: Readonly<Record<Leak['kind'], string>> = {
  channel: 'שם או מספר של ערוץ',
  title: 'כותרת של ערוץ',
  owner: 'בעלים של ערוץ',
  post: 'מספר של פוסט',
  address: 'כתובת של פוסט',
  media: 'כתובת של תמונה',
  member: 'שם מהדסק',
  reason: 'הערה של הדסק',
  'too-deeply-encoded': 'משהו שמקודד עמוק מדי',
}

const told = ({ code, detail }: { code: DeliveryCode; detail?: string }): string =>
  `${sentences[code]}${detail === undefined || detail === '' ? '' : ` ${isolated(plainLine(detail))}`}`

/** Why a delivery waits or stopped, and what one would send, in Hebrew. */
export const deliveryWords: Pick<Words['export'], 'reason' | 'run' | 'leaks'> = {
  reason: ({ code, words, detail, last }) => {
    if (code === undefined) return isolated(plainLine(words))
    const why = told({ code, ...(detail === undefined ? {} : { detail }) })
    return last === undefined ? why : `${why} הניסיון האחרון: ${told(last)}`
  },
  run: ({ edition, approved, does }) =>
    `נוסח ${edition}, ${approved ? 'כפי שאושר' : 'אילו אושר עכשיו'}: ${deeds[does]}`,
  leaks: ({ leaks, searched }) => {
    if (leaks.length === 0) return `לא נמצאו שמות פנימיים, נבדקו: ${searched}`
    const found = leaks.map(({ field, kind }) => `${isolated(field)} – ${kinds[kind]}`).join('; ')
    return `המשלוח ייעצר: ${found}. יש לתקן את הטיוטה, או להתיר את שם הערוץ`
  },
}

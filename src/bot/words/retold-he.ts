import { concepts } from './concepts-he.ts'
import { createGapWords, type GapWords } from './gap-words.ts'
import { isolated } from './isolated.ts'
import type { Retold } from './retold.ts'

const reasons: Retold['reasons'] = {
  forward: 'הפלטפורמה מציינת שזו העברה של {post}.',
  forwardOfPostElsewhere:
    'הפלטפורמה מציינת שזו העברה מאת {name}, פוסט {id}; הפוסט עצמו אינו בארכיון.',
  forwardElsewhere: 'הפלטפורמה מציינת שזו העברה מאת {name}; הפוסט עצמו אינו בארכיון.',

  cited: 'המקור נקוב בפוסט: “{words}” ({rule}).',
  citedForLikest: 'מבין הפוסטים של המקור, לזה יש הכי הרבה במשותף.',
  citedForOnly: 'זה הפוסט היחיד של המקור ב־{hours} השעות שלפני כן.',
  citedNotStored: 'הפוסט עצמו אינו בארכיון.',

  variant: 'אותן מילים, אבל כאן “{is}” ושם “{was}”.',
  sameText: 'אותו טקסט.',
  cutText: 'קיצור של הטקסט: {percent}% מהמילים מופיעות שם באותו סדר.',
  embeddedText: 'פוסט ארוך יותר, ובתוכו {percent}% מהטקסט.',
  nearText: 'כמעט אותו טקסט: {percent}% מרצפי שלוש המילים משותפים לשניהם.',
  rewordedText: 'כמעט אותו טקסט קצר: {percent}% מהמילים מופיעות שם באותו סדר.',
  quotedText: 'הטקסט הקצר מובא בשלמותו, בשורות משלו.',
  begunText: 'תחילת הטקסט, והמשכו נקטע.',
  knownFromForward: 'הטקסט עצמו מוכר מהעברה שלו, {post}.',

  ownDispatch: 'חוזר על ידיעה של הדסק עצמו, {dispatch} מ־{date}: {percent}% מהמילים לקוחות ממנה.',
  saidAgain: 'אותו הדבר כמעט באותן מילים: {percent}% לפי משקל.',
  habit: 'נוסף על כך, {said}.',
  copiedInTime:
    'הערוץ {channel} לקח מ־{source} {copied} מתוך {posts} הפוסטים האחרונים שלו (בדרך כלל כעבור {lag})',
  copied: 'הערוץ {channel} לקח מ־{source} {copied} מתוך {posts} הפוסטים האחרונים שלו',
  translation:
    'אותו הדבר בשפה אחרת (כאן {lang}, שם {otherLang}): משותפים {terms}, והטקסטים דומים באורכם.',

  joinedByEditor: 'אוחדו בהחלטה של הדסק.',
  reply: 'תשובה ל־{post}.',
  takesBack: 'חוזר בו ממה שנאמר ב־{post}.',
  bothForward: 'שניהם מעבירים את {post}.',

  otherOrigins:
    '{post}: המקור {origins}; {other}: המקור {otherOrigins}. לא נמצא ביניהם קשר, ולכן הם נספרים כמקורות שונים.',
  oneOwner: 'שניהם מובילים אל {origins}: ערוצים של בעלים אחד הם מקור אחד.',
  oneOrigin: 'שניהם מובילים אל {origins}: מקור אחד.',
  noOrigin: 'לא ידוע',

  alike: 'דמיון {score}; במשותף: {terms}.',
  littleAlike: 'אין ביניהם דמיון של ממש.',
  hoursApart: 'יותר מ־{hours} שעות ביניהם.',
  noReport: 'אחד מהם אינו דיווח.',
  remembers: 'אחד מהם מזכיר משהו מן העבר.',
  alertAgain: 'התרעה שחוזרת באותו ערוץ היא התרעה אחרת.',
  oneTemplate: 'אותה תבנית: כאן “{is}” ושם “{was}”.',

  contradiction: 'הם סותרים זה את זה: {said}',
  opposites: '“{words}” מול “{otherWords}”.',
  negation: '“{words}”, ובאחר אותו הדבר בלי שלילה.',
  otherCount: '{value} מול {otherValue} על אותו הדבר.',
  otherNation: 'אותו הדבר, אבל באחד “{words}” ובאחר “{otherWords}”.',

  ofPair: '{post} ו־{other}: {said}',

  letterRuns: 'רצפים של שלוש, לפי נדירות',
  noFigures: 'אין',
  tooShort: 'הטקסטים קצרים מכדי לבדוק',
  namesOfBoth: 'בכל אחד מופיעים השמות מכותרת האחר',
  missingNames: 'חסרים: {terms}',
  nothingTelling: 'אין דבר מובהק',
  fewTelling: '{found} מובהקות, צריך לפחות {least}',
  hoursBetween: 'הפרש של {hours} שעות',
  oneVoice: 'כלי תקשורת אחד או בעלים אחד',
}

const faults: Retold['faults'] = {
  retried: '{said}; הניסיונות נמשכים',
  notTaken: 'מה שהתקבל ממנו לא נשמר ({said}); הבדיקה הבאה תטפל בו שוב',

  redirected: '{address} עונה {status} ומפנה אל {target}; {next}',
  answered: '{address} עונה {status}; {next}',
  noAnswer: '{address} לא עונה כבר {seconds} שניות; {next}',
  unreachable: 'אין קשר עם {address} ({code}); {next}',
  nextPoll: 'יהיה ניסיון נוסף בקריאה הבאה',
  nextWait: 'צריך לחכות',
  nextAsked: 'יש בקשה לחכות {seconds} שניות',
  nextLogin: 'צריך כניסה בסיסמה, ולמקור הזה אין',
  nextAddress: 'כדאי לבדוק את הכתובת בהגדרות',
  privateAddress: `{address} היא כתובת פנימית או מובילה לכזאת; כדאי לבדוק את הכתובת בהגדרות, ואם זו הכוונה, להפעיל את ${isolated('network.allowPrivate')}`,
  tooLarge: '{address}: התשובה גדולה מ־{size} ולא נקראה',

  challenged: '{address} דורש הוכחה שזה אדם; כדאי לקרוא פחות, או לחכות שיפתח שוב',
  brokenMarkup: '{address} אינו עמוד של פוסטים; כדאי לפתוח אותו בדפדפן, ייתכן שהמבנה השתנה',
  cutOff: '{address}: התשובה נקטעה; יהיה ניסיון נוסף בקריאה הבאה',
  ledAway: '{address} מוביל אל מחוץ לפוסטים; בשם הזה יש קבוצה, ערוץ פרטי או לא מוכר, או שאין תצוגה',
  notAFeed: `{address} לא נותן הזנה של ${isolated('RSS, Atom, RDF')} או ${isolated('JSON')}; כדאי לפתוח בדפדפן ולבדוק את הכתובת`,

  notOpened: 'הקובץ לא נפתח ({code}); כדאי לבדוק את הנתיב ואת הרשאת הקריאה',
  notAFile: 'זה לא קובץ; צריך לציין קובץ',
  notRead: 'אי אפשר לקרוא את הקובץ: {said}',
  gzip: `הוא דחוס ב־${isolated('gzip')}; צריך לפרוס אותו קודם`,
  zip: `זה ארכיון ${isolated('ZIP')}; צריך לפרוס אותו קודם`,
  utf16: `הוא בקידוד ${isolated('UTF-16')}; צריך לשמור אותו ב־${isolated('UTF-8')}`,
  database: 'זה מסד נתונים; צריך לייצא ממנו',
  markup: `זה ${isolated('HTML')} או ${isolated('XML')}; צריך לייצא אותו כ־${isolated('JSON')}`,
  noRows: `אין בתחילתו שורת ${isolated('JSON')}; אפשר לקרוא ${isolated('JSON Lines, result.json')} ושורות של ${isolated('Telethon')}`,

  badToken: `${isolated('Telegram')} לא מקבל את המפתח ({answer}); צריך להעתיק את מפתח הבוט מ־${isolated('@BotFather')} אל ${isolated('TELEGRAM_BOT_TOKEN')}`,
  malformedToken: `המפתח אינו בצורה ${isolated('123456:ABC…')}; צריך להעתיק אותו מ־${isolated('@BotFather')} אל ${isolated('TELEGRAM_BOT_TOKEN')}`,
  otherReader: `תוכנה אחרת קוראת את העדכונים של הבוט ({answer}); צריך לעצור אותה או לבטל את ה־${isolated('webhook')} שלה`,
  apiBusy: `${isolated('Telegram')} מבקש לחכות {seconds} שניות ({answer})`,
  apiSilent: `${isolated('Telegram')} לא אומר מה הסיבה`,
  apiFault: `תקלה אצל ${isolated('Telegram')} עצמו ({answer})`,
  apiRefuses: `${isolated('Telegram')} מסרב ({answer}); כדאי לבדוק את המפתח ואת ${isolated('bot.apiRoot')}`,
  apiGarbled: `התשובה אינה של ${isolated('Telegram')}; כדאי לבדוק את ${isolated('bot.apiRoot')}`,
  apiUnreachable: `אין קשר עם ${isolated('Telegram')} ({code})`,
  apiNoAnswer: `${isolated('Telegram')} לא עונה כבר {seconds} שניות`,
  webhookPort: `אי אפשר לקבל עדכונים ב־{address} ({answer}); צריך לקבוע ${isolated('bot.webhook.port')} אחר`,

  pictureStatus: 'השרת עונה {status}',
  pictureOfBot: 'רק הבוט יכול להביא אותה, והוא כבוי',
  noPhoto: 'זו לא תמונה שאפשר לקרוא',
  noVideo: 'זה לא וידאו שאפשר לקרוא',
  pictureAttempts: 'לא הצליח ב־{count} ניסיונות',
  pictureFile: 'אי אפשר לכתוב את הקובץ',
}

const notes: Retold['notes'] = {
  blindSince: 'בלי מעקב מאז {when}: {channels} ({gap})',
  blind: 'בלי מעקב {when}: {channels} ({gap})',
  moreChannels: '{channels} ועוד {count}',
  botChannels: 'הערוצים של הבוט',
  onePeriodMore: '… ועוד פרק זמן כזה ({count})',
  morePeriods: '… ועוד {count} פרקי זמן כאלה',
  mirroredPicture:
    'התמונה ב־{post} אינה חדשה: היא הופיעה אצל {title} ב־{date}, {age} לפני הדיווח הזה ({place}, בתמונת ראי).',
  oldPicture:
    'התמונה ב־{post} אינה חדשה: היא הופיעה אצל {title} ב־{date}, {age} לפני הדיווח הזה ({place}).',
  inStory: '{post}, סיפור {story}',
}

/** `gaps` are the catalogue's own words for what the desk did not see. */
export const retoldIn = (gaps: GapWords['gaps']): Retold => ({
  reasons,
  faults,
  notes,
  gap: createGapWords({
    locale: 'he',
    gaps,
    concepts,
    lengths: {
      second: { one: 'שנייה', two: 'שתי שניות', other: '# שניות' },
      minute: { one: 'דקה', two: 'שתי דקות', other: '# דקות' },
      hour: { one: 'שעה', two: 'שעתיים', other: '# שעות' },
      day: { one: 'יום', two: 'יומיים', other: '# ימים' },
      month: { one: 'חודש', two: 'חודשיים', other: '# חודשים' },
      year: { one: 'שנה', two: 'שנתיים', other: '# שנים' },
    },
    rules: {
      credit: 'קרדיט למקור',
      'cue before': 'מילות ייחוס לפני השם',
      'cue after': 'מילות ייחוס אחרי השם',
      opening: 'בפתיחה',
      'in brackets': 'בסוגריים',
      'ends with': 'בסוף המשפט',
      'last line': 'בשורה האחרונה',
      listed: 'ברשימה',
      'post link': 'קישור לפוסט',
      'only link': 'הקישור היחיד',
      mentioned: 'נקוב בשמו',
    },
  }),
})

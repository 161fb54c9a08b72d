import { counterIn } from '../../lib/count-words.ts'
import type { Refusal, Role } from '../../model/desk.ts'
import type { GapKind } from '../../model/gap.ts'
import type { EventKind, Sourcing } from '../../model/story.ts'
import type { Strength, StubState } from '../../model/stub.ts'
import { channelEvent, flagWords } from './changes-he.ts'
import { deliveryWords } from './deliveries-he.ts'
import { isolated, ownLine } from './isolated.ts'
import { retoldIn } from './retold-he.ts'
import type { Words } from './words.ts'

const counted = counterIn('he')
const signals = (count: number) =>
  counted(count, { one: 'דיווח אחד', two: 'שני דיווחים', other: '# דיווחים' })
const channels = (count: number) =>
  counted(count, { one: 'ערוץ אחד', two: 'שני ערוצים', other: '# ערוצים' })
const posts = (count: number) =>
  counted(count, { one: 'פוסט אחד', two: 'שני פוסטים', other: '# פוסטים' })
const stories = (count: number) =>
  counted(count, { one: 'סיפור אחד', two: 'שני סיפורים', other: '# סיפורים' })
const hours = (count: number) =>
  counted(count, { one: 'השעה האחרונה', two: 'השעתיים האחרונות', other: '# השעות האחרונות' })

const sourcing: Record<Sourcing, string> = {
  'single-source': 'מקור יחיד',
  echoed: 'מצוטט',
  corroborated: 'כמה מקורות',
  contested: 'המקורות חלוקים',
  withdrawn: 'חזרו בהם',
}

const gapKinds: Readonly<Record<GapKind, string>> = {
  unread: 'עדיין לא נקרא',
  skipped: 'מספרים חסרים: נמחקו, או הודעות של הפלטפורמה עצמה',
  missed: 'פוסטים הוחמצו',
  failed: 'המקור לא ענה',
  stopped: 'המערכת לא פעלה',
}

const states: Record<StubState, string> = {
  draft: 'טיוטה',
  'in-review': 'בבדיקה',
  approved: 'אושרה',
  exported: 'נמסרה',
  held: 'מוקפאת',
  killed: 'נגנזה',
  corrected: 'תוקנה',
}

const strengths: Record<Strength, string> = { weak: 'חלשה', moderate: 'בינונית', strong: 'חזקה' }

const roles: Record<Role, string> = { reader: 'קורא', editor: 'עורך', chief: 'ראש הדסק' }

/** What likeness is weighed by, as `analysis/stories` names it. */
const features: Readonly<Record<string, string>> = {
  letters: 'אותיות',
  words: 'מילים',
  figures: 'מספרים',
  'long reports have much in common': 'לדיווחים ארוכים הרבה במשותף',
  'names in long reports': 'שמות בדיווחים ארוכים',
  'rare words in long reports': 'מילים נדירות בדיווחים ארוכים',
  'names of the headline': 'שמות מהכותרת',
  'other days in their leads': 'ימים אחרים בשורות הראשונות',
  'one kind of event': 'אירוע מאותו סוג',
  'other kinds of event': 'אירועים מסוגים שונים',
  'terms that any language has': 'מילים שמשותפות לכל השפות',
  contradiction: 'סתירה',
  'likeness of the texts': 'דמיון בין הטקסטים',
  'little in common': 'מעט במשותף',
  nearness: 'קרבה בזמן',
  'what both name': 'מה ששניהם מזכירים',
  'long texts': 'טקסטים ארוכים',
  'kinds of event': 'סוגי האירועים',
  'other towns': 'יישובים אחרים',
  'posts in between': 'פרסומים שביניהם',
  'more than chance': 'יותר ממקרה',
  'one voice': 'קול אחד',
  'kept apart': 'נפרדים',
  'support is bounded': 'החיזוק מוגבל',
  'two towns in common': 'שני יישובים משותפים',
  'a town in common': 'יישוב משותף',
  'other places': 'מקומות אחרים',
  'both tell of a kind': 'מאותו סוג',
  'they count the same': 'סופרים אותו דבר',
  'one denies it': 'אחד מכחיש',
}

const events: Readonly<Record<EventKind, string>> = {
  strike: 'תקיפה',
  alert: 'התרעה',
  statement: 'הצהרה',
  arrest: 'מעצר',
  talks: 'שיחות',
  sanctions: 'סנקציות',
  accident: 'תאונה',
  protest: 'מחאה',
  other: 'אחר',
}

const details: Readonly<Record<string, string>> = {
  killed: 'הרוגים',
  wounded: 'פצועים',
  missing: 'נעדרים',
  detained: 'עצורים',
  evacuated: 'מפונים',
  launched: 'שוגרו',
  intercepted: 'יורטו',
  affected: 'נפגעים',
  money: 'סכום',
  percent: 'אחוזים',
  magnitude: 'עוצמת הרעש',
  distance: 'מרחק',
  date: 'תאריך',
  time: 'שעה',
  place: 'מקום',
  'so or not so': 'כן או לא',
  'how many': 'כמה',
  'which country': 'איזו מדינה',
  'confirmed or denied': 'אושר או הוכחש',
  'casualty figures': 'מספר הנפגעים',
  'target locations': 'מקומות הפגיעה',
  'the number of missiles': 'מספר הטילים',
  'the number of drones': 'מספר הרחפנים',
  'the number of missiles and drones': 'מספר הטילים והרחפנים',
  'the number of missiles or drones': 'מספר הטילים או הרחפנים',
  'when it happened': 'מתי זה קרה',
  'where it happened': 'איפה זה קרה',
  'who carried it out': 'מי ביצע',
  'the extent of the damage': 'היקף הנזק',
  'the area it covers': 'באילו אזורים',
  'the threat that set it off': 'מה גרם להתרעה',
  'whether anything was hit': 'אם הייתה פגיעה',
  'when or where it was said': 'מתי או איפה נאמר',
  'to whom it was said': 'למי נאמר',
  'any concrete agreement or timeline': 'הסכמות ולוח זמנים',
  'the charges': 'האישומים',
  'how many were held': 'כמה נעצרו',
  'who made the arrest': 'מי עצר',
  'where they were held': 'איפה נעצרו',
  'the date of the talks': 'מועד השיחות',
  'the venue': 'מקום המפגש',
  'who took part': 'מי השתתף',
  'the outcome': 'התוצאה',
  'who is targeted': 'נגד מי',
  'when they take effect': 'מתי ייכנסו לתוקף',
  'the grounds for them': 'הנימוקים',
  'the cause': 'הסיבה',
  'the number of participants': 'מספר המשתתפים',
  arrests: 'מעצרים',
  'the demands': 'הדרישות',
  'a named witness or official': 'עד או גורם רשמי בשמו',
}

const nothingDone = 'דבר לא השתנה.'
const onlyBy = (role: Role) =>
  `רק ${role === 'chief' ? 'ראש הדסק' : 'עורך או ראש הדסק'} יכול לעשות את זה.`

function refusal(why: Refusal): string {
  switch (why.code) {
    case 'no-stub':
      return `אין טיוטה כזאת. הטיוטות:${ownLine('/drafts')}`
    case 'role':
      return `${onlyBy(why.needs)} ${nothingDone}`
    case 'state':
      return `מצב הטיוטה: ${states[why.state]}. במצב הזה אי אפשר. ${nothingDone}`
    case 'not-in-story':
      return `הדיווח ${isolated(why.signal)} כבר לא בסיפור הזה. יש לפתוח את הטיוטה מחדש.`
    case 'unknown-detail':
      return `“${isolated(detail(why.detail))}” כבר לא ברשימת החסרים. יש לפתוח את הטיוטה מחדש.`
    case 'unknown-field':
      return 'החלק הזה כבר לא בטיוטה. יש לפתוח אותה מחדש.'
    case 'too-long':
      return `ארוך מדי: לכל היותר ${why.most} תווים. אפשר לענות על אותה הודעה בנוסח קצר יותר.`
    case 'empty':
      return 'לא היו בתשובה מילים. אפשר לענות שוב, עם הנוסח.'
    case 'reason-missing':
      return 'דרוש נימוק. אפשר לענות שוב ולתת אותו.'
    case 'nothing-reviewed':
      return 'אף דיווח עוד לא נבדק. יש לבדוק לפחות אחד לפני האישור.'
    case 'withdrawn':
      return 'כל המקורות חזרו בהם. אפשר לגנוז, או לקבוע הערכת מקורות אחרת בנימוק.'
    case 'unchanged':
      return `זה כבר כך. ${nothingDone}`
    case 'nothing-to-undo':
      return `הפעולה האחרונה כאן לא שלך, או שאי אפשר לבטל אותה. ${nothingDone}`
    case 'already-leaving':
      return `זה כבר בדרך ל${isolated('CMS')}. אפשר לתקן או לגנוז.`
  }
}

/** What the bot says, in Hebrew. Names, commands and figures of another script stand isolated. */
const detail = (name: string) => details[name] ?? isolated(name)

export const he: Words = {
  sourcing,
  states,
  strengths,
  roles,
  refusal,
  detail,
  retold: retoldIn(gapKinds),
  channelEvent,
  flag: (flag) => flagWords(flag, sourcing, detail),
  signals,
  channelsCount: channels,
  origins: (count) =>
    count === 1
      ? 'מקור אחד'
      : `לכל היותר ${counted(count, { two: 'שני מקורות בלתי תלויים', other: '# מקורות בלתי תלויים' })}`,
  stories,
  arrow: '←',
  ago: (age) => `לפני ${age}`,
  and: (count) => `… ועוד ${count.toLocaleString('he')}`,

  stranger: (id) =>
    `זה דסק של מערכת חדשות, ואין לך חברות בו. מספר ה${isolated('Telegram')} שלך: ${id}. ראש הדסק יכול לצרף אותך לפיו.`,
  unknownCommand: (name) => `אין פקודה ${isolated(name)}. מה אני יודע לעשות:${ownLine('/help')}`,
  needsRole: onlyBy,
  fault: (id) => `משהו השתבש אצלי, ודבר לא השתנה. המספר לטכנאי: ${isolated(id)}`,
  staleButton: `הכפתור הזה ישן מדי. אפשר לפתוח את המסך מחדש:${ownLine('/help')}`,
  notYourButton: `המסך הזה של מישהו אחר. לפתיחת מסך משלך:${ownLine('/help')}`,
  badStory: `איזה סיפור? צריך מספר, למשל:${ownLine('/story 12')}\nהרשימה:${ownLine('/wire')}`,
  noStory: (story) => `אין סיפור ${story}. האחרונים:${ownLine('/wire')}`,
  noStub: (story) =>
    `לסיפור ${story} אין טיוטה: דיווח חלש יחיד לא הופך לטיוטה מעצמו. הסיפור:${ownLine(`/story_${story}`)}`,
  unsupported: 'את זה אני לא יודע לקרוא. אפשר לשלוח פקודה, מילים לחיפוש, או להעביר פוסט.',

  help: {
    title: 'מה אני יודע לעשות',
    query: 'לשאול',
    review: 'לבדוק',
    told: 'לקבל עדכונים',
    desk: 'הדסק',
    forward: 'פוסט שמועבר אליי – אומר מה הוא.',
    plain: 'סתם מילים – חיפוש.',
    commands: {
      wire: `הסיפורים האחרונים: ${isolated('6')}, ${isolated('contested')}`,
      story: 'סיפור אחד, המקורות והמחלוקות',
      signals: 'הפוסטים של סיפור',
      tree: 'מי לקח ממי, בתמונה',
      search: `מילים ${isolated('"ביטוי" lang:ru channel:x since:2026-07-01')}`,
      explain: 'למה שני פוסטים הם סיפור אחד, או לא',
      channels: 'למה הדסק מאזין',
      channel: 'ערוץ אחד: כמה הוא ראשון וממי הוא לוקח',
      stub: 'טיוטה כמו שהיא',
      drafts: 'טיוטות שמחכות לדסק',
      status: 'מה שלומי',
      review: 'פתיחת טיוטה לעבודה',
      watch: `מילים, ${isolated('story 12')}, ${isolated('channel x')}, ${isolated('corroboration 12')}, ${isolated('digest')}`,
      watches: 'אחרי מה אני עוקב בשבילך, ואיך מפסיקים',
      quiet: `שעות שקט: ${isolated('23:00-07:00')}, ${isolated('off')}`,
      member: 'צירוף, הסרה ורשימה של חברי הדסק',
      undo: 'לבטל את הפעולה האחרונה שלך',
      log: 'מי עשה מה',
      export: `מה יוצא ל${isolated('CMS')} ומה נתקע`,
      language: `עברית, ${isolated('English')} או ${isolated('Русский')}`,
      help: 'הרשימה הזאת',
    },
  },

  language: { choose: 'באיזו שפה?', chosen: 'מעכשיו אני מדבר איתך עברית.' },

  wire: {
    title: (count) => `כל הסיפורים, ${hours(count)}`,
    none: (count) => `${hours(count)}: אין דבר. רחוק יותר:${ownLine('/wire_72')}`,
    badSourcing: (given) =>
      `לא הבנתי את “${isolated(given)}”. אפשר מספר שעות, או אחד מאלה: ${isolated('single-source, echoed, corroborated, contested, withdrawn')}.`,
  },

  story: {
    origins: 'מקורות',
    conflicts: 'המקורות חלוקים',
    notStated: 'לא נאמר',
    suggested: 'אולי אותו אירוע',
    decided: 'עורכים החליטו',
    noWords: '(בלי מילים)',
    returned: (age) => `פוסט ישן שחזר: פורסם לראשונה ${age} קודם לכן`,
    openSignals: 'פוסטים',
    openTree: 'מי ממי',
    openStub: 'טיוטה',
    openReview: 'לעבודה',
    watch: 'לעקוב',
    watchOrigin: 'לעדכן על מקור שני',
    first: 'ראשון',
    withdrawn: 'חזר בו',
    stated: 'אושר',
    denied: 'הוכחש',
  },

  pair: {
    open: (other) => `אותו אירוע כמו ${isolated(`#${other}`)}?`,
    title: 'האם זה אירוע אחד?',
    likeness: (score) => `דמיון ${score}`,
    effect:
      'אירוע אחד: שניהם יהיו סיפור אחד והמקורות ייספרו יחד. לא אותו: יישארו נפרדים, מה שלא יגיע. את שניהם אפשר לבטל.',
    join: 'אירוע אחד',
    part: 'לא אותו',
    joined: 'אוחדו',
    parted: 'נשארים נפרדים',
    tied: 'העברה, העתקה, ציטוט או תרגום קושרים ביניהם, ואת זה החלטה לא מבטלת.',
    moved: 'הסיפורים השתנו מאז. יש לפתוח את הסיפור מחדש.',
    withdraw: (number) => `ביטול החלטה ${number}`,
    withdrawn: 'ההחלטה בוטלה.',
    withdrawnBefore: 'ההחלטה כבר בוטלה קודם.',
  },

  signal: {
    edited: (version) =>
      counted(version, { one: 'נערך פעם אחת', two: 'נערך פעמיים', other: 'נערך # פעמים' }),
    deleted: 'נמחק',
    maybeDeleted: 'נעלם מהערוץ',
    forward: 'הועבר מ:',
    copy: 'עותק של:',
    cite: 'מצטט את:',
    translation: 'תרגום של:',
    variant: 'דומה, אבל לא נלקח מ:',
    open: 'פתיחה',
    own: 'במילים משלו',
    media: 'בלי מילים, רק תמונה או וידאו',
    notFetched: 'לא נבדקה',
  },

  search: {
    none: `לא נמצא דבר. פחות מילים, או תחילת מילה כמו ${isolated('טיל*')}, מוצאות יותר.`,
    empty: `מה לחפש? למשל:${ownLine('/search רחפן "תחנת כוח" lang:uk since:2026-07-01')}`,
    badSince: (given) => `“${isolated(given)}” אינו תאריך. כותבים ${isolated('since:2026-07-01')}`,
    title: (count) => `נמצאו: ${count}`,
  },

  explain: {
    usage: `אילו שני פוסטים? אפשר גם שני קישורי ${isolated('t.me')}. למשל:${ownLine('/explain alpha/7 beta/9')}`,
    unknown: (key) =>
      `אין לי פוסט ${isolated(key)}. צריך ערוץ ומספר, כמו ${isolated('alpha/7')}, או קישור ${isolated('t.me')}. הקישורים של סיפור:${ownLine('/signals')}`,
    same: 'זה אותו פוסט עצמו.',
    waiting: 'אחד מהם עוד לא נותח. אפשר לשאול שוב בעוד רגע.',
    linked: 'קשורים',
    oneStory: 'סיפור אחד',
    oneOrigin: 'מקור אחד',
    yes: 'כן',
    no: 'לא',
    feature: (name) => features[name] ?? isolated(name),
    event: (kind) => events[kind as EventKind],
    by: {
      forward: 'העברה',
      copy: 'עותק',
      cite: 'ציטוט מקור',
      translation: 'תרגום',
      variant: 'דומה, אבל לא נלקח ממנו',
      reply: 'תשובה',
      withdrawal: 'חזרה מהדברים',
      'same forward': 'שניהם מעבירים פוסט אחד',
      likeness: 'דמיון',
      editor: 'עורך',
    },
    path: 'איך אחד מוביל לאחר',
    likeness: (score) => `דמיון ${score}`,
  },

  channels: {
    title: channels,
    last: 'האחרון',
    noPost: 'אין עדיין פוסטים',
    notYet: 'ההשוואה לערוצים האחרים עוד מחושבת; אפשר לשאול שוב בעוד דקה.',
    reliability: (grade) => `אמינות ${isolated(grade)}`,
    usage: `איזה ערוץ? למשל:${ownLine('/channel osintdefender')}`,
    none: (name) => `אני לא מכיר את הערוץ “${isolated(name)}”. הרשימה:${ownLine('/channels')}`,
    posts,
    firstOf: (first, shared) => `ראשון ב־${first} מתוך ${stories(shared)} שיש גם לאחרים`,
    copies: (from, count, all, lag) =>
      `לקח מ־${isolated(from)} ב־${count} מתוך ${posts(all)}${lag === '' ? '' : `, כעבור ${lag}`}`,
    owner: 'בעלים',
    outlet: 'כלי תקשורת',
    notConfigured: 'לא בהגדרות',
  },

  drafts: {
    title: (count) =>
      counted(count, { one: 'טיוטה אחת לדסק', two: 'שתי טיוטות לדסק', other: '# טיוטות לדסק' }),
    none: 'אין טיוטות שמחכות.',
  },

  status: {
    title: 'מצב הדסק',
    stored: (some, all) => `${signals(some)} · ${stories(all)}`,
    sources: (good, all) =>
      `${good} מתוך ${counted(all, { one: 'חיבור אחד ענה', two: 'שני חיבורים ענו', other: '# חיבורים ענו' })} בפעם האחרונה`,
    noGaps: 'דבר לא חסר',
    gaps: (count) =>
      `${counted(count, { one: 'פער אחד', two: 'שני פערים', other: '# פערים' })}: ייתכן שחסרים פוסטים`,
    failing: 'לא עונים',
    quarantined: (count) => `לא נקראו: ${posts(count)}`,
    waiting: (count) => `עוד לא נקלטו: ${posts(count)}`,
    size: (mb) => (mb < 1 ? 'מסד הנתונים קטן מ־1 מ״ב' : `מסד הנתונים ${Math.round(mb)} מ״ב`),
  },

  gaps: {
    since: (at) => `מאז ${at}`,
    ids: (count) =>
      counted(count, { one: 'מספר פוסט אחד', two: 'שני מספרי פוסטים', other: '# מספרי פוסטים' }),
    ...gapKinds,
  },

  handIn: {
    reading: 'התקבל. בודק …',
    fresh: 'חדש: לא היה לאף אחד קודם.',
    known: (key) => `כבר היה אצלי: ${isolated(key)}`,
    inStory: (story) => `סיפור ${story}`,
    noPost: 'בהעברה הזאת לא רואים מאיזה ערוץ ופוסט היא, ולכן אי אפשר לקלוט אותה.',
    readersCannot: 'רק עורכים וראשי הדסק יכולים למסור פוסטים.',
  },

  card: {
    reviewed: (done, all) => `נבדקו ${done} מתוך ${all}`,
    asides: (count) => `הוצאו: ${count}`,
    review: 'בדיקת הפוסטים',
    edit: 'עריכה',
    state: 'סימון כנאמר',
    source: 'הערכת מקורות',
    submit: 'הגשה לאישור',
    approve: 'אישור',
    hold: 'הקפאה',
    resume: 'החזרה לעבודה',
    kill: 'גניזה',
    correct: 'תיקון',
    undo: 'ביטול',
    page: 'העמוד',
    publicVersion: 'הנוסח לפרסום',
    back: '◀ חזרה',
    seen: 'ראיתי',
    changedBeneath: 'השתנה מתחת לטיוטה',
    outdated: 'העריכה נעשתה על מילים שהשתנו מאז',
    unsupportedWords: (found) => `כדאי לבדוק: אין באף פוסט של הסיפור: ${isolated(found)}`,
    because: 'הנימוק',
    correcting: 'בתיקון',
    done: 'בוצע',
    undone: 'בוטל',
    anyway: 'לבצע בכל זאת',
    changed: 'מישהו הקדים אותך. שום דבר שלך עוד לא בוצע:',
    yourText: 'הנוסח שלך',
    newVersion: 'הסיפור השתנה, והטיוטה איתו',
    fields: {
      headline: 'כותרת',
      tldr: 'תקציר',
      beat: 'תחום',
      form: 'סוג',
      topic: 'נושא',
      strength: 'עוצמה',
    },
    paragraph: (number) => `פסקה ${number}`,
    takeBack: 'הסרת העריכה שלי',
    reviewedMark: 'נבדק',
    setAside: 'הוצא',
    unread: 'לא נבדק',
    name: 'לנקוב בשם הערוץ',
    unname: 'לא לנקוב בשמו',
    named: 'בשמו, ברשות',
    endOverride: 'חזרה להערכת המערכת',
    nothingMissing: 'שום דבר לא רשום כחסר.',
    acts: {
      review: 'סימון דיווח',
      edit: 'עריכה',
      name: 'רשות לנקוב בשם',
      unname: 'ביטול הרשות לנקוב בשם',
      'mark-stated': 'סימון פרט כנאמר',
      'override-sourcing': 'הערכת מקורות אחרת',
      submit: 'הגשה לאישור',
      approve: 'אישור',
      hold: 'הקפאה',
      resume: 'החזרה לעבודה',
      kill: 'גניזה',
      correct: 'פתיחה לתיקון',
      exported: 'נמסרה',
      seen: 'צפייה בשינויים',
      undo: 'ביטול פעולה',
      join: 'איחוד שני סיפורים',
      part: 'הפרדת שני סיפורים',
      withdraw: 'ביטול החלטה על סיפורים',
      'member-add': 'צירוף לדסק',
      'member-remove': 'הסרה מהדסק',
      'hand-in': 'מסירת פוסט',
      'send-on': 'ניסיון נוסף למשלוחים שנעצרו',
      watch: 'בקשה לעדכון',
      unwatch: 'הפסקת מעקב',
      quiet: 'שעות שקט',
      language: 'בחירת שפה',
    },
  },

  ask: {
    headline: 'אפשר לענות על ההודעה הזאת בכותרת החדשה, עד 110 תווים.',
    text: (what) => `אפשר לענות על ההודעה הזאת בנוסח החדש. החלק: ${what}`,
    name: 'אפשר לענות בנימוק: למה מותר לנקוב בשם הערוץ לטענה הזאת.',
    stated: 'אפשר לענות איפה זה נאמר.',
    override: 'אפשר לענות בנימוק.',
    hold: 'אפשר לענות למה להקפיא.',
    kill: 'אפשר לענות למה לגנוז.',
    correct: 'אפשר לענות מה לא נכון בה.',
    now: 'הנוסח עכשיו:',
    nothing:
      'ההודעה הזאת לא שואלת דבר עכשיו. לוחצים על הכפתור של מה שרוצים לשנות, ועונים על השאלה שמגיעה. לחיפוש: לשלוח מילים, לא כתשובה.',
    notYours: `השאלה לא הייתה אליך. לפתיחת הטיוטה:${ownLine('/review')}`,
  },

  watch: {
    usage: `אחרי מה לעקוב?${ownLine('/watch רחפן חרקיב')}${ownLine('/watch story 12')}${ownLine('/watch channel osintdefender')}${ownLine('/watch corroboration 12')}${ownLine('/watch digest')}`,
    on: 'העדכונים יגיעו לכאן.',
    list: 'אני עוקב בשבילך אחרי',
    none: `אין לך מעקבים. איך מתחילים:${ownLine('/watch')}`,
    end: 'הפסקה',
    ended: 'המעקב הופסק.',
    gone: 'המעקב הזה כבר הופסק.',
    words: (words) => `פוסטים עם: ${isolated(words)}`,
    story: (story) => `סיפור ${story}`,
    channel: (channel) => `הערוץ ${isolated(channel)}`,
    corroboration: (story) => `מקור שני לסיפור ${story}`,
    digest: 'הסיכום של כל חלון עבודה',
    alreadyCorroborated: (story) => `לסיפור ${story} כבר יש יותר ממקור אחד.`,
  },

  quiet: {
    off: `אין לך שעות שקט. כך קובעים:${ownLine('/quiet 23:00-07:00')}`,
    set: (from, to) =>
      `מ־${from} עד ${to}, שעון הדסק, אני שותק ומעדכן אחר כך. כדי לבטל:${ownLine('/quiet off')}`,
    ended: 'שעות השקט בוטלו.',
    bad: `כותבים שעות כך: ${isolated('23:00-07:00')}, או ${isolated('off')}.`,
  },

  member: {
    usage: ['/member list', '/member add 123456789 editor Dana', '/member remove 123456789'].join(
      '\n',
    ),
    added: (name, role) => `${isolated(name)} בדסק מעכשיו. תפקיד: ${role}.`,
    removed: (name) => `${isolated(name)} כבר לא בדסק.`,
    badId: (given) =>
      `“${isolated(given)}” אינו מספר ${isolated('Telegram')}. את המספר אני אומר למי שכותב לי.`,
    badRole: (given) =>
      `אין תפקיד “${isolated(given)}”. התפקידים: ${isolated('reader, editor, chief')}.`,
    noName: `צריך גם שם:${ownLine('/member add 123456789 editor Dana')}`,
    unknown: (id) => `${id} לא בדסק.`,
    fromConfig: (name) => `${isolated(name)} רשום בהגדרות, ושם משנים.`,
    list: 'חברי הדסק',
  },

  standing: {
    added: (chat, by) => `צורפתי אל ${isolated(chat)}, על ידי ${isolated(by)}.`,
    promoted: (chat, by) =>
      `אני מנהל עכשיו את ${isolated(chat)}, מטעם ${isolated(by)}: מה שמתפרסם שם מגיע אליי.`,
    demoted: (chat, by) =>
      `ניהול ${isolated(chat)} נלקח ממני על ידי ${isolated(by)}: ייתכן שהפוסטים משם לא יגיעו יותר.`,
    removed: (chat, by) => `הוסרתי מ־${isolated(chat)}, על ידי ${isolated(by)}.`,
  },

  notice: {
    growth: (because) => `במעקב: ${because}`,
    turn: (from, to) => `מקורות: ${from} ← ${to}`,
    flags: 'טיוטה שעבדת עליה – משהו השתנה מתחתיה',
    stopped: (target) => `לא הגיע אל ${isolated(target)}`,
    channel: (channel) => `הערוץ ${isolated(channel)}`,
    digest: (span) => `סיכום ${span}`,
    health: {
      unwell: (since) => `הדסק צריך טיפול מאז ${since}`,
      well: (since, until) => `הכול שוב תקין. התקלה נמשכה מ-${since} עד ${until}.`,
      source: (source, since) =>
        `אי אפשר לקרוא את ${isolated(source)}; בפעם האחרונה הצליח ב-${since}`,
      disk: (mb) =>
        `הדיסק כמעט מלא: נותרו פחות מ-${mb + 100} מגה-בייט. צריך לפנות מקום, אחרת לא יישמרו פוסטים.`,
      deliveries: (count) =>
        `${counted(count, {
          one: 'מסירה אחת למערכת הניהול נעצרה ומחכה',
          two: 'שתי מסירות למערכת הניהול נעצרו ומחכות',
          other: '# מסירות למערכת הניהול נעצרו ומחכות',
        })} לטיפול:${ownLine('/export')}`,
      damage: (count) =>
        `הבדיקה הלילית של מסד הנתונים מצאה ${counted(count, { one: 'תקלה אחת', two: 'שתי תקלות', other: '# תקלות' })}. צריך לפנות למהנדס: ${isolated('intake verify')}`,
      judging: (since) =>
        `פוסטים נכנסים, אבל מאז ${since} הניתוח שלהם נכשל: שום סיפור ושום טיוטה לא מתעדכנים. צריך לפנות למהנדס: הסיבה רשומה ביומן.`,
      polls: (count) =>
        `${counted(count, { one: 'מקור אחד לא נבדק', two: 'שני מקורות לא נבדקו', other: '# מקורות לא נבדקו' })} כבר יותר משעתיים, אף שהגיע הזמן. צריך לפנות למהנדס: אולי יעזור להפעיל את המערכת מחדש.`,
    },
    digestNone: 'לא נכתבו טיוטות, ודבר לא הופיע בכמה ערוצים.',
  },

  export: {
    title: `אל ${isolated('CMS')}`,
    none: `עדיין לא אושר דבר ל${isolated('CMS')}.`,
    noTarget: `לא הוגדר שום יעד, ולכן דבר לא יוצא למערכת הניהול. מי שמפעיל את המערכת מוסיף יעד ב-${isolated('export.targets')} בקובץ ${isolated('intake.yaml')}.`,
    dryRun: 'מה ייצא',
    resume: 'עוד ניסיון',
    resumed: (count) =>
      counted(count, {
        one: 'משלוח אחד ינוסה שוב.',
        two: 'שני משלוחים ינוסו שוב.',
        other: '# משלוחים ינוסו שוב.',
      }),
    ...deliveryWords,
    states: {
      queued: 'מחכה',
      sending: 'בדרך',
      done: 'נמסר',
      stopped: 'נעצר',
      superseded: 'הוחלף בנוסח מאוחר',
      recalled: 'הוחזר',
    },
  },

  undo: {
    last: 'הפעולה האחרונה שלך:',
    before: 'לפניה:',
    take: 'לבטל אותה',
    none: 'אין פעולה אחרונה שלך שאפשר לבטל.',
    gone: 'הפעולה הזו כבר בוטלה. דבר לא השתנה.',
    later: 'מישהו עבד מאז על הטיוטה הזו, או שהדסק כבר שלח אותה הלאה, ולכן אי אפשר לבטל מכאן.',
    handIn: 'מה שנמסר נשאר: הדסק שומר כל מה שנכנס.',
    sentOn: `מה שנשלח אל ${isolated('CMS')} אינו חוזר: אפשר לתקן את הידיעה או לבטל אותה.`,
  },

  log: { title: 'מי עשה מה', none: 'עוד לא נעשה דבר.' },
}

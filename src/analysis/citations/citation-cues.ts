import { arabicCues } from './citation-cues-ar.ts'
import { englishCues } from './citation-cues-en.ts'
import { hebrewCues } from './citation-cues-he.ts'
import { persianCues } from './citation-cues-fa.ts'
import { russianCues } from './citation-cues-ru.ts'
import { ukrainianCues } from './citation-cues-uk.ts'
import { type CitationCues, phrases } from './citation-cue-lists.ts'

/** All languages together, for posts mix them and scripts keep them apart. */
export const citationCues: readonly CitationCues[] = [
  englishCues,
  russianCues,
  ukrainianCues,
  arabicCues,
  persianCues,
  hebrewCues,
]

/** Invitations to follow, write to or pay a channel: a line with one is a signature, not a report. */
export const footerWords = phrases(`
  subscribe; join; follow; chat; boost; donate; patreon; advertis*; contact; подписаться;
  подписывайтесь; подписывайся; подпишись; подпишитесь; подписка; прислать; присылайте; предложить;
  предложка; бот; чат; чате; буст; бусты; реклама; голосовать; підписатися; підписатись; підписуйтесь;
  підписуйся; підпишись; підпишіться; надіслати; надсилайте; اشترك; اشتركوا; للاشتراك; انضم; انضموا;
  للانضمام; تابعونا; تابعنا; رابط; عضو; بپیوندید; عضویت; دنبال; הצטרפו; להצטרפות; הצטרף; עקבו; הירשמו;
  לעדכונים
`)

/** Credits of a picture: whose photograph it is says nothing of who reported. */
export const pictureWords = phrases(`
  photo; photos; picture; image; video; footage; фото; видео; відео; скриншот; صورة; الصورة; فيديو; عکس;
  ویدیو; תמונה; צילום; תיעוד; סרטון; getty
`)

/** What stands before an opening source: "BREAKING: Reuters: …". */
export const openingWords = phrases(`
  breaking; just in; update; upd; urgent; exclusive; now; new; срочно; молния; эксклюзив; терміново;
  оновлено; عاجل; خبر عاجل; هام; فوری; خبر فوری; מבזק; דיווח; דחוף; בלעדי
`)

/** Before a link to more of the same, not to where it is from. */
export const moreWords = phrases(`
  more; read; post; thread; details; watch; here; full; подроб*; читать; читайте; смотр*; посте; пост; ссылке; тут;
  здесь; докладніше; детальніше; дивіться; المزيد; للمزيد; التفاصيل; لقراءة; شاهد; بیشتر; جزئیات; ادامه;
  اینجا; לפרטים; לקריאה; עוד; כאן; לצפייה
`)

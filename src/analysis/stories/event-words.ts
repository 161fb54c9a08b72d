import type { EventKind } from '../../model/story.ts'

/** `strike` tells of the kind by itself, `strike?` only hints at it. */
export type EventLabel = Exclude<EventKind, 'other'> | `${Exclude<EventKind, 'other'>}?` | 'after'

/** Stems of words that tell what kind of event a post is about; see `Lexicon` for the notation. */
export const eventWords: readonly (readonly [EventLabel, string])[] = [
  [
    'strike',
    `airstrike air_strike strike$ strikes$ struck$ shelling shelled missile rocket
    uav$ uavs$ shahed bombard bombing bombed bombs$ explosion explosive blast$ blasts$ intercepted
    interception shot_down artillery mortar warplane detonat air_defen gunfire gunmen shooting
    shots$ car_bomb assassinat`,
  ],
  [
    'strike?',
    'drone$ drones$ attack raid$ raids$ raided hit$ hits$ impact downed targeted targeting warhead',
  ],
  [
    'strike',
    `обстрел ракет беспилотник бпла$ дрон взрыв взорв прилеты$ прилетов$ прилета$ бомб
    артиллери авиаудар удар_по удара_по удары_по ударов_по ударом_по ударил_по ударили_по
    нанес_удар нанесли_удар шахед пво$ сбит$ сбиты стрельб выстрел расстрел покушени теракт
    минир рвануло бахну`,
  ],
  ['strike?', 'атак попадани прилет$ попал$ попало$ сбил$ осколк обломк'],
  [
    'strike',
    `обстріл ракет безпілотник бпла$ дрон вибух вибухнул приліт$ прильот влучан влучил бомб артилер
    авіаудар удар_по удару_по удари_по ударів_по завдал_удар завдали_удар ппо$ збили збит$ збито
    збиті стрілянин постріл теракт підрив бахну`,
  ],
  ['strike?', 'гатить уламк осколк'],
  [
    'strike',
    `תקיפ תקפ$ תקפה$ תקפו$ הפצצ הפציצ טיל$ טילים רקט כטב"ם כטבמ רחפן רחפנים מל"ט פיצוץ פיצוצים
    התפוצצ יורט יורטו יירוט שיגור פיגוע הפגז ירי$ מטען_חבלה חיסול`,
  ],
  ['strike?', 'נפילה$ נפילות רסיס מטח הותקפ יריות שיגר'],
  [
    'strike',
    `غارة غارات قصف يقصف تقصف صاروخ صواريخ مسيرة مسيرات انفجار انفجارات ضربة ضربات هجوم هجمات
    قذيفة قذائف قنبلة تفجير عبوة_ناسفة اطلاق_نار$ رصاص اغتيال`,
  ],
  ['strike?', 'استهدف استهداف يستهدف تستهدف اعتراض سقوط اسقاط شظايا محلقة محلقات عدوان'],
  [
    'strike',
    `حمله$ حملات موشک پهپاد انفجار بمباران تیراندازی پدافند گلوله‌باران خمپاره ترور$ بمب راکت
    توپخانه`,
  ],
  ['strike?', 'اصابت شلیک هدف_قرار ترکش سرنگون رهگیری'],

  ['alert', 'siren air_raid red_alert air_alert all_clear take_shelter rocket_alert'],
  ['alert?', 'alert$ alerts$ shelter warning$'],
  ['alert', 'воздушная_тревог воздушной_тревог ракетная_опасн ракетной_опасн сирен'],
  ['alert?', 'тревог укрыти опасность$ беспилотная_опасн'],
  ['alert', 'повітряна_тривог повітряної_тривог прямуйте_в сирен відбій_тривог'],
  ['alert?', 'тривог укритт загроз'],
  ['alert', 'צבע_אדום התרעה$ התרעות אזעק חדירת_כלי פיקוד_העורף מרחב_מוגן מרחבים_מוגנים'],
  ['alert?', 'התרע ממ"ד מקלט'],
  ['alert', 'صفارات صافرات دوت_الصف انذار_احمر'],
  ['alert?', 'انذار انذارات ملاجئ'],
  ['alert', 'آژیر هشدار_قرمز وضعیت_قرمز'],
  ['alert?', 'پناهگاه'],

  [
    'statement',
    `calls_for called_for calls_on called_on urges urged vows vowed condemns condemned statement
    press_conference emphasized emphasised stressed reiterat denounc threatens threatened`,
  ],
  [
    'statement?',
    'said$ says$ told$ stated$ warns warned announces announced declared spokes remarks',
  ],
  ['statement', 'призвал призыва прокомментир осудил пресс-конференц интервью подчеркн пригрозил'],
  ['statement?', 'заявил заявля заявлен сказал сообщил отметил пообещал по_словам ответил песков'],
  [
    'statement',
    'закликав закликала закликали прокоментув засудив наголос підкресл прес-конференц пресконференц',
  ],
  [
    'statement?',
    'заявив заявила заяви сказав сказала відповів повідомив пообіця за_словами зазначи',
  ],
  ['statement', 'הצהיר הצהרה גינה$ גינו$ נאום קרא_ל איים$'],
  ['statement?', 'אמר$ אמרה$ אמרו$ הודיע מסר$ דובר$ ציין$ התייחס הדגיש'],
  [
    'statement',
    'تصريح صرح صرحت بيان$ ندد نددت ادان$ ادانت دعا$ دعت$ يدعو$ تدعو$ خطاب شدد هدد مؤتمر_صحفي',
  ],
  [
    'statement?',
    'قال$ قالت$ وقال اعلن اعلنت يعلن اكد اكدت يؤكد تؤكد متحدث الناطق اضاف حذر رسالة كلمة$',
  ],
  ['statement', 'بیانیه محکوم_کرد خواستار سخنرانی هشدار_داد محکومیت نشست_خبری نشست_سخنگو'],
  [
    'statement?',
    'گفت$ گفتند اظهار_داشت اعلام_کرد سخنگو تاکید تأکید تصریح افزود نوشت پیام بیان_کرد',
  ],

  [
    'arrest',
    'arrest detained detains detention custody charged_with indict sentenced jailed prosecut',
  ],
  ['arrest?', 'suspect court captured police prison'],
  ['arrest', 'задержа арест под_стражу приговор обыск сизо$ уголовное_дел осужд взят_в_плен'],
  ['arrest?', 'подозрева следств суд$ плен полици'],
  ['arrest', 'затрима арешт підозру вирок обшук засудж взято_під'],
  ['arrest?', 'суд$ полон поліці слідч'],
  ['arrest', 'נעצר מעצר עצור עצרו$ כתב_אישום גזר_דין הורשע'],
  ['arrest?', 'חשוד חשודים משטרה שב"כ'],
  ['arrest', 'اعتقل اعتقال معتقل القبض توقيف احتجز احتجاز تعتقل يعتقل'],
  ['arrest?', 'السجن محكمة شرطة مشتبه'],
  ['arrest', 'بازداشت دستگیر محکوم_به حکم_اعدام'],
  ['arrest?', 'زندان دادگاه پلیس متهم'],

  [
    'talks',
    'talks$ negotiat ceasefire truce summit met_with peace_deal mediator mediation prisoner_exchange',
  ],
  ['talks?', 'meeting meets$ agreement deal$ accord delegation visit round_of envoy peace'],
  ['talks', 'переговор перемири прекращени_огня прекращении_огня саммит обмен_плен обмен_воен'],
  ['talks?', 'встреч соглашени делегаци визит договор подписани'],
  ['talks', 'перемовин переговор перемир саміт припинення_вогню обмін_полон'],
  ['talks?', 'зустріч угод делегац візит підпи'],
  ['talks', 'מו"מ משא_ומתן הפסקת_אש פסגה$ שיחות_שלום נפגש תיווך'],
  ['talks?', 'פגישה הסכם עסקה עסקת משלחת שליח מגעים'],
  ['talks', 'مفاوضات محادثات مباحثات هدنة وقف_اطلاق وقف_إطلاق قمة$ وساطة التقى$ يلتقي تفاوض'],
  ['talks?', 'لقاء اجتماع اتفاق وفد زيارة استقبل يستقبل'],
  ['talks', 'مذاکر آتش‌بس آتش_بس رایزنی میانجی دیدار_کرد گفت‌وگو گفت_و_گو گفتگو'],
  ['talks?', 'دیدار توافق هیات هیأت تفاهم سفر نشست'],

  ['sanctions', 'sanction embargo asset_freeze blacklist tariff'],
  ['sanctions', 'санкци эмбарго пошлин санкці ембарго'],
  ['sanctions', 'סנקצי עיצומים חרם$'],
  ['sanctions', 'عقوبات رسوم_جمركية الرسوم_الجمركية حظر$'],
  ['sanctions', 'تحریم تعرفه'],

  [
    'accident',
    `crash accident derail blaze wildfire earthquake quake$ aftershock flood landslide mudslide
    sank$ capsiz collision collided overturned oil_spill blackout power_outage gas_leak
    caught_fire emergency_landing crash_land`,
  ],
  ['accident?', 'collaps fire$ smoke$ spill power_cut evacuat storm firefighters'],
  [
    'accident',
    `дтп$ авари падения_самолет падение_самолет разбился разбилась рухнул пожар загорел возгоран крушени землетряс наводнен паводк обруш оползень оползня
    сошли_с_рельс сошел_с_рельс столкнул перевернул опрокин сгорел утечк затопл
    потушили прорвало обесточ аварийн_посадк аварийную_посадк экстренн_посадк`,
  ],
  ['accident?', 'горит$ горят$ дым$ зарево шторм столкновени отравлен тушат'],
  [
    'accident',
    'дтп$ аварі пожеж загорі землетрус повін обвал зсув зіткну перекину знеструм затопл прорвало аварійн_посадк аварійну_посадк екстрен_посадк',
  ],
  ['accident?', 'горить$ горять$ дим$ шторм згорі'],
  [
    'accident',
    'תאונ שריפה$ שריפות רעידת_אדמה שיטפון שיטפונות קרס$ קרסה$ קריסה התהפכ התרסק דליקה הפסקת_חשמל נחיתת_חירום',
  ],
  ['accident?', 'עשן כבאים הצפות'],
  [
    'accident',
    'حادث$ حوادث حريق زلزال هزة_ارضية فيضان سيول انهيار انقلاب_سيار انقلاب_حافل انقلاب_اتوبيس انقلاب_شاحن انقلاب_مركب تصادم غرق تحطم تسرب هبوط_اضطراري',
  ],
  ['accident?', 'حادثة دخان اتقلب اندلاع'],
  [
    'accident',
    'تصادف سانحه آتش‌سوزی آتش_سوزی زلزله زمین‌لرزه زمین_لرزه سیل$ سقوط واژگون حریق رانش فرود_اضطراری قطعی_برق بی‌برق قطعی_گسترده',
  ],
  ['accident?', 'حادثه ریزش غرق دود$ برق$'],

  [
    'protest',
    'protest rally$ rallies$ demonstrat rioters riot$ riots$ took_to_the_streets walkout',
  ],
  ['protest?', 'crowd march$ marched water_cannon'],
  ['protest', 'протест митинг демонстрац забастовк беспоряд пикет водомет'],
  ['protest?', 'толп разгон'],
  ['protest', 'мітинг страйк протестув протестувальник'],
  ['protest', 'הפגנ מפגינ מחאה שביתה'],
  ['protest', 'احتجاج مظاهر تظاهر متظاهر اضراب اعتصام'],
  ['protest', 'اعتراضات معترض تظاهرات اعتصاب راهپیمایی تجمع_اعتراض'],

  ['after', 'after following amid since$ после вслед_за на_фоне після внаслідок בעקבות אחרי לאחר'],
  ['after', 'بعد$ عقب$ اثر$ پس_از در_پی به‌دنبال'],
]

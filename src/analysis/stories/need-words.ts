/** What a reader may be told of beside figures and places. */
export type NeedLabel =
  | 'missile'
  | 'drone'
  | 'strike'
  | 'casualties'
  | 'attacker'
  | 'damage'
  | 'cause'
  | 'ended'
  | 'threat'
  | 'occasion'
  | 'audience'
  | 'agreement'
  | 'charges'
  | 'authority'
  | 'outcome'
  | 'participants'
  | 'effective'
  | 'grounds'
  | 'demands'
  | 'when'
  | 'witness'
  | 'crowd'

/** Stems that show that a text tells something; see `Lexicon` for the notation. */
export const needWords: readonly (readonly [NeedLabel, string])[] = [
  ['missile', 'missile rocket ballistic ракет טיל$ טילים רקט صاروخ صواريخ موشک راکت'],
  [
    'drone',
    'drone uav shahed дрон беспилотник бпла безпілотник шахед כטבמ כטב"ם רחפן مسيرة مسيرات پهپاد',
  ],
  [
    'strike',
    'airstrike strike$ strikes$ attack shelling bombard обстрел удар обстріл תקיפ הפצצ غارة قصف هجوم حمله بمباران',
  ],
  [
    'casualties',
    'killed dead$ wounded injured casualt bodies погиб ранен пострада жертв загин загибл поранен постражда הרוג פצוע נפגע قتيل شهيد شهداء جرحى جريح اصابة ضحايا کشته زخمی شهید مجروح',
  ],
  [
    'attacker',
    'russian israeli ukrainian american iranian idf army forces houthi hezbollah hamas claimed_responsibility',
  ],
  [
    'attacker',
    'российск росіян російськ русск украинск українськ зсу всу армия армії израильск окупант оккупант рф$ враг ворог ворож',
  ],
  [
    'attacker',
    'צה"ל צבא חיזבאללה חמאס איראן רוסי חות الاحتلال اسرائيلي العدو الجيش حزب_الله امريكي روسي اوكراني الحوث صهيونيستي رژیم ارتش سپاه آمریکا اسرائیل',
  ],
  [
    'damage',
    'damage destroyed burned burnt on_fire collapsed windows поврежд разруш горит сгорел загор выбит пошкодж зруйн горить загорі נזק נהרס עלה_באש احتراق اضرار دمار تدمير احترق خسارت تخریب ویران آسیب_دید',
  ],
  [
    'cause',
    'because due_to caused cause_of short_circuit brake lost_control из-за причин не_справился через$ спричин внаслідок замыкан замикан עקב בגלל סיבת بسبب نتيجة جراء اثر$ به_علت علت به_دلیل ناشی_از',
  ],
  ['ended', 'all_clear ended over$ отбой відбій הסתיים האירוע_הסתיים انتهاء زوال پایان رفع'],
  [
    'threat',
    'missile rocket drone aircraft ballistic ракет дрон бпла безпілот балліст баліст авиац טיל$ טילים רקט כטבמ כלי_טיס صاروخ مسيرة صواريخ طائرة موشک پهپاد هواپیما',
  ],
  [
    'occasion',
    'in_an_interview interview press_conference briefing conference speech meeting summit session parliament on_friday on_monday on_tuesday on_wednesday on_thursday on_saturday on_sunday today yesterday',
  ],
  [
    'occasion',
    'интервью пресс-конференц брифинг встреч совещани выступлени форум заседани сегодня вчера інтерв пресконференц брифінг зустріч засідан сьогодні вчора',
  ],
  [
    'occasion',
    'בראיונ במסיבת נאומ ישיבת היום$ אתמול الیوم اليوم امس خلال_مؤتمر مقابلة اجتماع لقاء كلمة امروز دیروز نشست گفت‌وگو مصاحبه',
  ],
  [
    'audience',
    'told$ reporters journalists in_an_interview_with addressed to_the журналист корреспондент агентств журналіст кореспондент לעיתונאים בשיחה_עמ للصحفيين لقناة لوكالة لصحيفة خبرنگار به_خبر',
  ],
  [
    'agreement',
    'agreement agreed deadline by_the_end within$ timeline signed соглашени договор подписа срок угод підписа термін הסכמ חתמ עד_סוף اتفاق توقيع مهلة توافق امضا مهلت',
  ],
  [
    'charges',
    'charged charges accused suspected on_suspicion for$ article обвин подозр статье стать звинувач підозр статт באישום בחשד חשד بتهمة تهمة اتهام للاشتباه به_اتهام جرم',
  ],
  [
    'authority',
    'police fbi security_service forces army troops полици фсб мвд сбу следствен поліці שב"כ משטרה משטרת כוחות שוטרים الشرطة الامن قوات الجيش پلیس نیروهای اطلاعات سپاه',
  ],
  [
    'outcome',
    'agreed signed outcome result failed collapsed ended_without договорил подписал итог результат домовил підписал результат סוכמ נחתמ תוצא اتفق اتفقوا نتائج نتيجة فشل توافق_کردند امضا نتیجه',
  ],
  [
    'participants',
    'minister president envoy delegation ambassador министр президент делегац посол представител міністр президент делегац посол שר$ שרת נשיא משלחת שליח وزير رئيس وفد مبعوث سفير وزیر رئیس هیات هیأت نماینده',
  ],
  [
    'effective',
    'take_effect takes_effect effective$ in_force вступ чинност ייכנסו תקפ دخول_حيز تدخل_حيز اجرا',
  ],
  [
    'grounds',
    'over$ for$ because accused in_response за$ из-за в_связи через$ у_зв בגלל בשל على_خلفية بسبب ردا به_دلیل به_خاطر',
  ],
  [
    'demands',
    'demand calling_for against$ over$ in_protest требу против вимаг проти דורש נגד$ במחאה يطالب مطالب ضد$ رفضا خواستار علیه در_اعتراض',
  ],
  [
    'when',
    'today yesterday tonight morning evening afternoon overnight night now$ ago monday tuesday wednesday thursday friday saturday sunday',
  ],
  [
    'when',
    'сегодня вчера утром вечером ночью днем$ сейчас завтра понедельник вторник среду среды четверг пятниц суббот воскресень минут_назад только_что',
  ],
  [
    'when',
    'сьогодні вчора вранці ввечері вночі зараз завтра понеділ вівтор середу четвер пятниц субот неділ щойно',
  ],
  ['when', 'היום$ אתמול הבוקר הערב הלילה עכשיו מחר ביומ ראשון$ שני$ שלישי רביעי חמישי שישי שבת'],
  [
    'when',
    'اليوم امس صباح مساء ليل الان غدا الاثنين الثلاثاء الاربعاء الخميس الجمعة السبت الاحد فجر',
  ],
  ['when', 'امروز دیروز امشب صبح عصر شب$ اکنون فردا شنبه یکشنبه دوشنبه جمعه بامداد'],
  [
    'witness',
    'witness said$ says told minister president spokes mayor governor officer resident eyewitness police according_to',
  ],
  [
    'witness',
    'очевид свидетел министр президент мэр губернатор глава по_словам сообщил заявил очевидц свідк міністр мер$ речник повідомив заявив начальни',
  ],
  [
    'witness',
    'עד_ראייה דובר שר$ ראש$ אמר$ לפי$ تاكيد شاهد وزير رئيس متحدث مراسل شهود بحسب وزارة سخنگو وزیر رئیس شاهد استاندار فرماندار گفت',
  ],
  [
    'crowd',
    'thousands hundreds dozens crowd тысяч сотни десятки толп тисяч сотні десятки אלפים אלפי מאות עשרות الاف مئات عشرات هزاران صدها ده‌ها',
  ],
]

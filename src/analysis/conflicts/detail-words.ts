import type { DetailKind } from '../../model/features.ts'

/** What a word near a figure says of it. */
export type UnitLabel =
  | DetailKind
  /** People counted by no more than that they are people. */
  | 'person'
  /** A part of those hit: its number is not the number of all. */
  | 'part'
  | 'weapon'
  /** Counts something that no detail tells of. */
  | 'other'
  /** Numbers up to the next casualty word are parts of the one before. */
  | 'among'
  /** The sentence sums up a war or a year, not an event. */
  | 'total'
  /** Nobody was hurt. */
  | 'none'
  /** Nobody was killed. */
  | 'nobody-killed'
  | 'alive'
  /** The number of those killed or hurt, and words on the way from it to its figure. */
  | 'toll'

/** Stems of words near figures; see `Lexicon` for the notation. */
export const unitWords: readonly (readonly [UnitLabel, string])[] = [
  [
    'killed',
    'killed killing kills dead$ deaths$ death_toll died$ bodies fatalities slain martyr lives$',
  ],
  ['killed', 'погиб умер$ умерл убит убил$ убило$ убили жертв трупов мертв скончал унес_жизн'],
  ['killed', 'загин загибл вбит убит жертв тіл$ помер'],
  ['killed', 'הרוג הרוגים נהרג נהרגו נרצח נרצחו חללים חלל$ גופות מתו$ מת$'],
  [
    'killed',
    'قتيل قتلى قتل$ شهيد شهداء استشهد استشهاد ارتقاء ارتقى مقتل وفاة وفيات متوفي جثمان جثة جثث مصرع ضحايا ضحية',
  ],
  ['killed', 'کشته شهید شهدا جان‌باخت جان_باخت جانباخت جان_خود_را قربانی جان_داد فوت'],
  [
    'wounded',
    'wounded injured injuries injuring wounding hurt$ hospitalised hospitalized taken_to_hospital',
  ],
  ['wounded', 'ранен ранил пострада травм госпитализ в_больниц отравлени реанимац'],
  ['wounded', 'поранен постражда травм травмов госпіталіз ушпитал'],
  ['wounded', 'פצוע פצועים נפצע נפצעו נפגע נפגעים'],
  ['wounded', 'جريح جريحا جرحى جرح$ جرحوا اصابة اصابات مصاب مصابين مصابون اصيب اصيبوا'],
  ['wounded', 'زخمی مجروح مصدوم'],
  [
    'wounded',
    `poisoned poisoning sickened fell_ill burns$ отравивш отравились отравился отравлен обожжен ожог надышал отруєн отруїл
    обпік обпеч надихал הורעל הורעלו נכוו נכווה שאפו_עשן تسمم حالة_تسمم حالات_تسمم اختناق حروق مسموم مسمومیت سوختگی
    گازگرفتگی دچار_سوختگی`,
  ],
  [
    'missing',
    'missing unaccounted пропавш пропал безвести зникл зниклих נעדר נעדרים مفقود مفقودين مفقودا مفقودون ناپدید مفقود',
  ],
  ['detained', 'detained detention detentions arrested arrests detains arrest custody'],
  ['detained', 'задержан задержал задержани арестован увели$ затриман затримано затримал'],
  [
    'detained',
    'נעצרו נעצר עצורים מעצר معتقل معتقلين معتقلا اعتقال اعتقلت توقيف القبض_على بازداشت دستگیر',
  ],
  ['evacuated', 'evacuated evacuees evacuat moved_to relocated displaced taken_off'],
  [
    'evacuated',
    'эвакуир переселен перевезли вывезли евакуй вивезли евакуац פונו$ פינוי التهجير نازح نازحا نازحين اجلاء اجلي',
  ],
  ['evacuated', 'تخلیه_شد منتقل_شد اسکان آواره'],
  [
    'launched',
    'launched fired$ launching launch$ запустил выпустил выпущен запущен запустили випустил запустил випущен',
  ],
  ['launched', 'שוגר שוגרו שיגר שיגרו שיגור נורו$'],
  ['launched', 'اطلاق اطلق اطلقت اطلقوا شلیک پرتاب'],
  ['intercepted', 'intercepted intercept downed shot_down destroyed neutralised neutralized'],
  [
    'intercepted',
    'сбит сбиты сбил$ сбила$ сбили$ перехвачен перехватили уничтожен уничтожил нейтрализов збит збив$ збила$ збили збито знешкоджен знищен знищил перехоплен',
  ],
  ['intercepted', 'יורט יורטו יירט יירוט הופל הופלו اعتراض اعترض اسقاط اسقط اسقطت سرنگون رهگیری'],
  ['affected', 'customers households subscribers families without_power'],
  [
    'affected',
    'абонент потребител домохозяйств домовладен семей$ абонентів споживач родин$ сімей$ домогосподарств',
  ],
  ['affected', 'משקי_בית לקוחות משפחות مشترك$ اسرة عائلة عائلات خانوار خانواده مشترک'],
  [
    'magnitude',
    'magnitude richter магнитуд балл магнітуд бал$ בעוצמה בסולם ریشتر ریختر بقوة بزرگی',
  ],
  ['distance', 'km$ kilometer kilometre m$ meters$ metres$ miles$ км$ километр метр м$ кілометр'],
  ['distance', 'קמ ק"מ קילומטר מטרים كيلومتر كيلو متر$ مترا امتار کیلومتر متر$'],
  ['percent', 'percent per_cent процент відсот אחוז بالمئة في_المئة بالمائة في_المائة درصد'],
  [
    'money',
    'dollar euros$ pounds$ shekel rubles roubles usd$ руб рубл доллар евро$ гривн грн$ долар євро',
  ],
  ['money', 'דולר אירו שקל שח$ يورو دولار دولارا درهم ريال دينار جنيه دلار یورو تومان ریال'],
  [
    'person',
    `people$ persons$ person$ civilians civilian others$ victims workers$ passengers residents
    employees individuals were$ was$ have$ been$ more$ least$ at$ man$ men$ miners tourists`,
  ],
  [
    'person',
    'человек людей$ людям$ мирных жител чел$ гражданск рабочих пассажир были$ было$ был$ как_минимум ещё еще$ их$',
  ],
  ['person', 'осіб особи людей$ людини цивільн мирних жителі чоловік було$ були$ ще$ пасажир'],
  ['person', 'בני_אדם אנשים איש$ אזרחים תושבים נוסעים היו$ עוד$ בני$'],
  [
    'person',
    'شخص اشخاص شخصا مدني مدنيا مدنيين مواطن مواطنا مواطنين راكب راكبا ركاب عامل عمال اخرين اخرون على_الاقل',
  ],
  ['person', 'نفر تن$ شهروند غیرنظامی سرنشین کارگر مسافر دیگر$ اهالی از$'],
  [
    'part',
    'children child$ women woman$ girls boys soldiers soldier$ police officers medics journalists teenagers minors babies',
  ],
  [
    'part',
    'детей$ дети$ ребен женщин школьник подрост военнослужащ солдат полицейск несовершеннолетн врач',
  ],
  ['part', 'дітей$ діти$ дитин жінок$ жінки$ підліт військов поліцейськ рятувальник'],
  ['part', 'ילד ילדה ילדים נשים אישה חייל חיילים שוטר שוטרים תינוק'],
  ['part', 'طفل طفلان طفلا اطفال سيدة سيدات امراة نساء جندي جنود عسكري شرطي مسعف صحفي'],
  ['part', 'کودک کودکان زن$ زنان دانش‌آموز دانش_آموز سرباز نظامی'],
  ['weapon', 'missile rocket drone uav$ uavs$ shell$ shells$ projectile'],
  ['weapon', 'ракет беспилотник бпла$ дрон снаряд безпілотник бпла$ дрон снаряд шахед'],
  ['weapon', 'טיל$ טילים רקטות רקטה כטב"ם כטב"מים רחפן רחפנים פצמ"ר'],
  ['weapon', 'صاروخ صواريخ مسيرة مسيرات قذيفة قذائف طائرة_مسيرة موشک پهپاد راکت'],
  [
    'other',
    `year years hour hours day$ days$ minute minutes month months week weeks times$ house houses
    building buildings apartment car$ cars$ truck vehicle village villages countries districts
    floor ships boats tons tonnes degrees percent_of villages cattle knots kn$ votes seats points`,
  ],
  [
    'other',
    `год$ года$ году$ лет$ час$ часа$ часов$ день дня$ дней$ сут$ сутк минут месяц недел раз$ раза$ дом$
    дома$ домов$ квартир машин авто$ автомобил сел$ села$ район стран этаж тонн градус квадратн кв$ миллиметр сантиметр мм$ см$ зданий
    самолет вертолет корабл цистерн вагон`,
  ],
  [
    'other',
    `рік$ року$ років$ роки$ годин день$ дні$ днів$ діб$ доб хвилин місяц тижн раз$ рази$ будинк
    квартир автомобіл авто$ сіл$ села$ район країн поверх тонн градус квадратн кв$ міліметр сантиметр`,
  ],
  [
    'other',
    'שנה שנים שעה שעות יום$ ימים דקות חודש חודשים שבוע בתים בניינים מכוניות כלי_רכב קומות טון',
  ],
  [
    'other',
    'سنة سنوات عام$ عاما اعوام ساعة ساعات يوم$ يوما ايام دقيقة دقائق شهر اشهر اسبوع منزل منازل مبنى مباني سيارة سيارات شاحنة شاحنات قرية طن$ دولة',
  ],
  [
    'other',
    'سال$ ساله ساعت روز$ دقیقه ماه$ هفته خانه ساختمان خودرو کامیون روستا کشور راس$ گاو میلی سانتی درجه مرحله',
  ],
  [
    'among',
    'including among of_whom of_them$ of_those incl$ среди_них в_том_числе включая из_них серед_них зокрема з_них у_тому_числі',
  ],
  ['among', 'בהם$ מהם$ ביניהם כולל من_بينهم بينهم منهم من_ضمنهم از_جمله که_حال شامل'],
  [
    'total',
    'since_the_start since_the_beginning in_total war_began past_year this_year since_october total_of death_toll_in_gaza',
  ],
  [
    'total',
    'с_начала за_год за_неделю за_месяц за_все_время всего_с с_24_февраля з_початку за_рік за_тиждень за_місяць',
  ],
  [
    'total',
    'מתחילת מאז_תחילת מפרוץ منذ_بدء منذ_بداية منذ_السابع حصيلة_العدوان منذ_2 الحصيلة_الإجمالية از_ابتدا از_آغاز تاکنون در_مجموع',
  ],
  [
    'none',
    'no_casualties no_injuries no_one_was nobody_hurt nobody_was no_victims none_hurt without_casualties no_one_hurt',
  ],
  [
    'nobody-killed',
    'no_fatalities no_deaths погибших_нет нет_погибших загиблих_немає אין_הרוגים لا_قتلى',
  ],
  ['toll', 'toll$ number_of число количество счет$ кількість מספר عدد حصيلة شمار تعداد'],
  [
    'none',
    'пострадавших_нет жертв_нет никто_не_пострадал без_пострадавших без_жертв обошлось_без нет_пострадавших',
  ],
  ['none', 'постраждалих_немає без_постраждалих обійшлося_без ніхто_не_постраждав жертв_немає'],
  ['none', 'אין_נפגעים ללא_נפגעים לא_היו_נפגעים'],
  [
    'none',
    'دون_اصابات لا_اصابات لا_ضحايا دون_وقوع لم_يصب تلفات_جانی_نداشت تلفاتی_نداشت بدون_تلفات خسارت_جانی_نداشت',
  ],
  [
    'alive',
    'he_is_alive she_is_alive still_alive found_alive both_alive жив$ жива$ живий$ вижив$ выжил$ вижила$ выжила$ בחיים$ على_قيد_الحياة زنده_است',
  ],
]

import { fold } from '../../lib/text.ts'

/** `value: forms` in each language, folded when the table is made. */
const numerals: readonly (readonly [number, string])[] = [
  [1, 'one один одна одно одну одного одна одне אחד אחת واحد واحدة یک'],
  [
    2,
    `two два две двое двоих двум двух дві двоє двох שני שתי שניים שתיים اثنان اثنين اثنتان
    اثنتين دو`,
  ],
  [3, `three три трое троих трем трех троє трьох שלושה שלוש שלושת ثلاثة ثلاث سه`],
  [4, 'four четыре четверо четверых четырех чотири четверо чотирьох ארבעה ארבע أربعة أربع چهار'],
  [5, "five пять пятеро пятерых пяти п'ять п'ятеро п'яти пятьох חמישה חמש חמשת خمسة خمس پنج"],
  [6, 'six шесть шестеро шестерых шести шість шестеро шістьох שישה שש ששת ستة ست شش'],
  [7, 'seven семь семеро семерых семи сім семеро сімох שבעה שבעת שבע سبعة سبع هفت'],
  [8, 'eight восемь восьмеро восьми вісім восьмеро שמונה שמונת ثمانية ثماني هشت'],
  [9, "nine девять девяти девятеро дев'ять дев'яти תשעה תשע تسعة تسع نه_"],
  [10, 'ten десять десяти десятеро עשרה עשר עשרת عشرة عشر ده_'],
  [11, 'eleven одиннадцать одиннадцати одинадцять یازده'],
  [12, 'twelve двенадцать двенадцати дванадцять دوازده'],
  [13, 'thirteen тринадцать тринадцати тринадцять سیزده'],
  [14, 'fourteen четырнадцать четырнадцати чотирнадцять چهارده'],
  [15, "fifteen пятнадцать пятнадцати п'ятнадцять پانزده"],
  [16, 'sixteen шестнадцать шестнадцати шістнадцять شانزده'],
  [17, 'seventeen семнадцать семнадцати сімнадцять هفده'],
  [18, 'eighteen восемнадцать восемнадцати вісімнадцять هجده'],
  [19, "nineteen девятнадцать девятнадцати дев'ятнадцять نوزده"],
  [20, 'twenty двадцать двадцати двадцять двадцяти עשרים عشرون عشرين بیست'],
  [30, 'thirty тридцать тридцати тридцять שלושים ثلاثون ثلاثين سی_'],
  [40, 'forty сорок сорока ארבעים أربعون أربعين چهل'],
  [50, "fifty пятьдесят п'ятдесят חמישים خمسون خمسين پنجاه"],
  [100, 'hundred сто מאה مئة مائة صد'],
  [200, 'двести двухсот двісті двохсот מאתיים مئتان مئتين مائتين دویست'],
  [300, 'триста трехсот триста سیصد'],
]

/** Words that multiply the figure before them. */
const scales: readonly (readonly [number, string])[] = [
  [1e3, 'thousand thousands тыс тысяч тысячи тысячу тис тисяч тисячі אלף אלפים ألف آلاف الف هزار'],
  [
    1e6,
    `million millions mln млн миллион миллиона миллионов мільйон мільйона мільйонів מיליון مليون
    ملايين ميليون میلیون`,
  ],
  [
    1e9,
    'billion billions bln bn млрд миллиард миллиарда миллиардов мільярд мільярда мільярдів מיליארד مليار مليارات میلیارد',
  ],
  [1e12, 'trillion трлн триллион триллиона триллионов трильйон טריליון تريليون تریلیون'],
]

/** Months by number; Persian ones are kept apart, their days are not those of any other calendar. */
const months: readonly (readonly [string, string])[] = [
  ['01', 'january jan января січня ינואר يناير كانون_الثاني ژانویه'],
  ['02', 'february feb февраля лютого פברואר فبراير شباط فوریه'],
  ['03', 'march mar марта березня מרץ مارس آذار'],
  ['04', 'april apr апреля квітня אפריל أبريل إبريل نيسان آوریل'],
  ['05', 'may мая травня מאי مايو أيار ایار مه_'],
  ['06', 'june jun июня червня יוני يونيو حزيران ژوئن'],
  ['07', 'july jul июля липня יולי يوليو تموز ژوئیه جولای'],
  ['08', 'august aug августа серпня אוגוסט أغسطس آب اوت'],
  ['09', 'september sep sept сентября вересня ספטמבר سبتمبر أيلول سپتامبر'],
  ['10', 'october oct октября жовтня אוקטובר أكتوبر تشرين_الأول اکتبر'],
  ['11', 'november nov ноября листопада נובמבר نوفمبر تشرين_الثاني نوامبر'],
  ['12', 'december dec декабря грудня דצמבר ديسمبر كانون_الأول دسامبر'],
  ['fa-01', 'فروردین'],
  ['fa-02', 'اردیبهشت'],
  ['fa-03', 'خرداد'],
  ['fa-04', 'تیر'],
  ['fa-05', 'مرداد'],
  ['fa-06', 'شهریور'],
  ['fa-07', 'مهر'],
  ['fa-08', 'آبان'],
  ['fa-09', 'آذر'],
  ['fa-10', 'دی'],
  ['fa-11', 'بهمن'],
  ['fa-12', 'اسفند'],
]

/** Measures that are told in two: how many of the lesser make one, the forms of the greater, and of the lesser. */
const measures: readonly (readonly [number, string, string])[] = [
  [
    100,
    'm metre metres meter meters м метр метра метров метри метрів متر أمتار מטר מטרים',
    'cm centimetre centimetres centimeter centimeters см сантиметр сантиметра сантиметров сантиметри сантиметрів سم سنتيمتر سنتيمترا سانتیمتر',
  ],
  [
    1000,
    'kg kilogram kilograms кг килограмм килограмма килограммов кілограм кілограма кілограмів كيلوغرام کیلوگرم',
    'g gram grams г гр грамм грамма граммов грам грама грамів غرام غراما گرم',
  ],
]

function byForm<Value>(rows: readonly (readonly [Value, string])[]): Map<string, Value> {
  const table = new Map<string, Value>()
  for (const [value, forms] of rows) {
    for (const form of forms.split(/\s+/)) table.set(fold(form), value)
  }
  return table
}

export const numeralOf: ReadonlyMap<string, number> = byForm(numerals)
export const scaleOf: ReadonlyMap<string, number> = byForm(scales)
export const monthOf: ReadonlyMap<string, string> = byForm(months)

/** By a form of the greater measure: how many of the lesser make one, and the lesser's forms. */
export const lesserOf: ReadonlyMap<string, { perWhole: number; forms: ReadonlySet<string> }> =
  byForm(
    measures.map(([perWhole, greater, lesser]) => [
      { perWhole, forms: new Set(lesser.split(' ').map(fold)) },
      greater,
    ]),
  )

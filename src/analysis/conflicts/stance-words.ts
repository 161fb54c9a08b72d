/** What a post does with a claim, or that it makes none. */
export type StanceLabel =
  | 'denies'
  | 'withdraws'
  | 'mistake'
  | 'apology'
  | 'unconfirmed'
  | 'updates'
  | 'remembers'
  | 'greeting'
  | 'advert'
  | 'advert?'

/** Stems that tell a post's stance; see `Lexicon` for the notation. */
export const stanceWords: readonly (readonly [StanceLabel, string])[] = [
  [
    'denies',
    `denies$ denied$ denying denial refut debunk untrue fake_news hoax false_claim false_report
    not_true no_truth did_not_happen baseless unfounded`,
  ],
  [
    'denies',
    `опроверг опроверж опровергл фейк неправд не_соответству недостоверн ложн дезинформац вброс
    не_подтверждае не_подтвержда выдумк`,
  ],
  [
    'denies',
    `спростов спростув фейк неправд не_відповіда брехн дезінформац не_сійте вигад немає_і_не_було
    нема_і_не_було`,
  ],
  ['denies', 'הכחיש מכחיש הוכחש אין_אמת לא_נכון פייק לא_היה מפריכ חסר_בסיס'],
  [
    'denies',
    `نفى نفت_ان نفت_صحة نفت_وجود نفت_وزارة نفت_ما نفت_الانباء نفت_التقارير ينفي$ تنفي$ نفي$ لا_صحة عار_عن عارية_عن غير_صحيح غير_دقيق كاذب كاذبة مفبرك شائعة شائعات
    تكذيب`,
  ],
  ['denies', 'تکذیب نادرست صحت_ندارد کذب شایعه'],

  [
    'withdraws',
    'we_retract retracted retraction we_withdraw disregard please_ignore removed_nothing',
  ],
  ['withdraws', 'снимаем$ отзываем удалили_пост удаляем отбой_по'],
  ['withdraws', 'знімаємо відкликаємо видалили_допис видаляємо'],
  ['withdraws', 'חוזרים_בנו אל_תפיצו מושכים_את הידיעה_הוסרה'],
  ['withdraws', 'نسحب_الخبر نسحب_هذا سحبنا_الخبر نتراجع_عن حذفنا نعتذر_عن_الخبر يرجى_تجاهل'],
  ['withdraws', 'پس_می‌گیریم پس_میگیریم حذف_شد حذف_کردیم'],

  [
    'mistake',
    'our_mistake our_error mistaken was_wrong were_wrong in_error erroneous incorrect correction$ nothing_was',
  ],
  ['mistake', 'ошибк ошиблись ошибочн опечатк уточнение_и поправк'],
  ['mistake', 'помилк помилились помилков виправленн'],
  ['mistake', 'שגוי שגויה טעות טעינו בטעות הבהרה תיקון$'],
  ['mistake', 'خطأ$ اخطأنا خاطئ بالخطأ تصحيح'],
  ['mistake', 'اشتباه اصلاحیه تصحیح'],

  ['apology', 'sorry$ apolog'],
  ['apology', 'извин прощени вибач перепрош'],
  ['apology', 'מתנצל סליחה התנצלות'],
  ['apology', 'نعتذر اعتذار عذرا معذرة عذرخواهی پوزش'],

  [
    'unconfirmed',
    'not_confirmed unconfirmed_report не_подтвердил не_підтверд לא_אושר לא_התאמת لم_يتأكد لم_تتأكد تأیید_نشد',
  ],

  [
    'updates',
    'update$ updated$ upd$ now_puts rises_to rose_to has_risen risen_to climbs_to climbed_to new_toll',
  ],
  [
    'updates',
    'upd$ обновлено$ дополняется дополнено$ выросло_до выросло_число возросло_до увеличилось_до увеличилось_число возросло_число',
  ],
  [
    'updates',
    'оновлено$ доповнено$ зросла_до зросло_до збільшилася_до збільшилась_до зросла_кількість зросло_число',
  ],
  ['updates', 'עדכון עודכן עלה_ל עלה_מספר'],
  ['updates', 'ارتفاع_عدد ارتفاع_حصيلة ارتفعت_حصيلة ارتفع_عدد تحديث محدث ارتفاع_الحصيلة'],
  ['updates', 'به‌روزرسانی به_روز_رسانی افزایش_شمار تکمیلی'],

  ['remembers', 'anniversary years_ago commemorat memorial in_memory remembrance on_this_day'],
  ['remembers', 'годовщин лет_назад года_назад год_назад памяти$ помним почтили в_этот_день'],
  ['remembers', 'річниц років_тому роки_тому рік_тому памяті$ вшанува цього_дня'],
  ['remembers', 'לזכר יום_השנה שנים_ל לפני_שנים אזכרה יום_הזיכרון לפני_שנה'],
  ['remembers', 'ذكرى$ الذكرى في_ذكرى قبل_سنوات قبل_أعوام سنوات_على'],
  ['remembers', 'سالگرد سال_پیش سال_گذشت$ گرامی_باد یادشان_گرامی یاد_آن یادبود سال_از بزرگداشت'],

  [
    'greeting',
    'good_morning good_night good_evening happy_new happy_birthday merry_christmas have_a_great',
  ],
  [
    'greeting',
    'доброе_утро доброй_ночи добрый_вечер добрый_день с_праздником с_днем_рожд с_новым_годом',
  ],
  [
    'greeting',
    'доброго_ранку добрий_ранок добрий_вечір на_добраніч доброї_ночі зі_святом з_днем_народ',
  ],
  ['greeting', 'בוקר_טוב לילה_טוב ערב_טוב שבת_שלום חג_שמח שבוע_טוב'],
  ['greeting', 'صباح_الخير مساء_الخير تصبحون_على جمعة_مباركة كل_عام_و عيد_مبارك رمضان_كريم'],
  ['greeting', 'صبح_بخیر شب_بخیر صبح_همگی روزتون_بخیر عید_مبارک شب_خوش'],

  [
    'advert',
    `promo_code promocode discount merch$ link_in_bio giveaway buy_now use_code per_night order_now
    for_sale for_rent paid_partnership sponsored_content`,
  ],
  ['advert?', 'subscribe sponsored sale$ free_shipping off$ code$ sign_up webinar coffee'],
  [
    'advert',
    `промокод скидк скидка erid реклама$ розыгрыш рассрочк бесплатный_курс купить_со вебинар
    продам$ на_правах_рекламы сдается_квартира`,
  ],
  ['advert?', 'подпис курс$ курсы$ курса$ заказать акция$ доставк оплат регистрац вакан зарплат'],
  [
    'advert',
    'промокод знижк реклама$ розіграш безкоштовний_курс вебінар продам$ на_правах_реклами',
  ],
  ['advert?', 'підпис замов акція$ доставк'],
  ['advert', 'קוד_קופון הנחה מבצע_ענק ש"ח_לזוג לרכישה להזמנות לילות_ב למכירה להשכרה תוכן_ממומן'],
  ['advert?', 'מבצע$ הירשמו הצטרפו ש"ח מוגבל לינק_בביו'],
  [
    'advert',
    'عرض_خاص الخصم خصم$ خصومات راسلونا كود_خصم تخفيضات اطلب_الان للبيع للايجار اعلان_ممول',
  ],
  ['advert?', 'واتساب اشترك تمويل كفيل مجانا'],
  ['advert', 'کد_تخفیف تخفیف فروش_ویژه سفارش_دهید قرعه‌کشی ثبت_نام_کنید فروشی$ آگهی_تبلیغاتی'],
  ['advert?', 'رایگان خرید واتساپ عضو_شوید'],
]

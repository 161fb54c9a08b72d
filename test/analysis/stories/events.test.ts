import { describe, expect, it } from 'vitest'
import { readEvent } from '../../../src/analysis/stories/events.ts'

describe('readEvent', () => {
  it.each([
    ['strike', 'Explosions heard over the harbour, two drones shot down'],
    ['strike', 'Ночью обстрел порта, сбито два беспилотника'],
    ['strike', 'Уночі влучання ракети в порт, збито два дрони'],
    ['strike', 'פיצוצים נשמעו מעל הנמל, שני כטב"מים יורטו'],
    ['strike', 'غارة إسرائيلية استهدفت أطراف البلدة'],
    ['strike', 'حمله پهپادی به بندر و شنیده شدن صدای انفجار'],
    ['alert', '22:40 Повітряна тривога! Сумська область. Прямуйте в укриття!'],
    ['alert', 'צבע אדום (17:02): קריית שמונה'],
    ['alert', 'Воздушная тревога в Курской области'],
    ['alert', 'Air raid sirens in the northern districts, take shelter'],
    ['alert', 'صفارات الإنذار تدوي في الجليل'],
    ['alert', 'آژیر خطر در شمال به صدا درآمد'],
    [
      'statement',
      'President calls for domestic production of air-defence missiles after a large attack',
    ],
    ['statement', 'Песков заявил, что сроков визита пока нет'],
    ['statement', 'Президент закликав партнерів збільшити допомогу'],
    ['statement', 'השר הצהיר כי לא יתפטר'],
    ['statement', 'بيان مشترك: البلدان ينددان بالقرار'],
    ['statement', 'سخنگوی دولت گفت تصمیم نهایی نیست'],
    ['arrest', 'Police arrested seven men on suspicion of arson'],
    ['arrest', 'Суд отправил чиновника под стражу'],
    ['arrest', 'Поліція затримала трьох підозрюваних'],
    ['arrest', 'החשוד נעצר ומעצרו הוארך'],
    ['arrest', 'قوات الأمن تعتقل ثلاثة مشتبه بهم'],
    ['arrest', 'بازداشت سه نفر به اتهام جاسوسی'],
    ['talks', 'Oman to host a new round of nuclear talks'],
    ['talks', 'Переговоры о перемирии пройдут в Женеве'],
    ['talks', 'У Женеві відбудуться перемовини про перемир’я'],
    ['talks', 'המגעים להפסקת אש יימשכו מחר'],
    ['talks', 'جولة جديدة من المفاوضات حول الهدنة'],
    ['talks', 'دیدار وزیران خارجه و رایزنی درباره توافق'],
    ['sanctions', 'New sanctions and an oil embargo announced'],
    ['sanctions', 'Новые санкции против банков'],
    ['sanctions', 'عقوبات جديدة على المصارف'],
    ['accident', 'Bus crash on the coastal road, the driver lost control'],
    ['accident', 'На складе пожар, тушат три расчёта'],
    ['accident', 'Аварія на трасі: зіткнулися вантажівка і автобус'],
    ['accident', 'שריפה פרצה במחסן, כבאים במקום'],
    ['accident', 'حادث سير مروع وانهيار مبنى'],
    ['accident', 'زمین‌لرزه‌ای شهر را لرزاند'],
    ['protest', 'Thousands rally against the law, demonstrators block the avenue'],
    ['protest', 'Митинг на площади, протестующих оттесняют'],
    ['protest', 'הפגנה נגד החוק, המפגינים חסמו את הכביש'],
    ['protest', 'مظاهرات واحتجاجات في العاصمة'],
    ['other', 'The new ferry timetable starts in spring'],
    ['other', 'У суботу ярмарок біля маяка: мед, черешня'],
    ['other', ''],
  ])('reads %s from %j', (event, text) => {
    expect(readEvent(text).event).toBe(event)
  })

  it('does not take one passing hint for an event', () => {
    expect(readEvent('Вера в визиты инопланетян оказалась опасна').event).toBe('other')
  })

  it.each([
    'The utility denies rumours of a water cut',
    'Облводоканал спростовує інформацію про зупинку води',
    'Минобороны опровергло сообщения о взрыве',
    'דובר צה"ל הכחיש את הדיווח',
    'الوزارة تنفي ما تردد: لا صحة للخبر',
    'سخنگو خبر را تکذیب کرد',
    'There was no explosion at the depot, the operator says',
    'Никакого взрыва на складе: этого не было',
    'Жодного вибуху не було, мер заперечує',
    'לא הייתה פריצה למאגר, זו ידיעה כוזבת',
    'لم يحدث أي انفجار في المستودع',
    'این خبر دروغ است و واقعیت ندارد',
  ])('hears a denial in %j', (text) => {
    expect(readEvent(text)).toMatchObject({ denies: true, retracts: false })
  })

  it.each([
    '[removed: nothing happened there, our mistake, sorry]',
    'Информация не подтвердилась, снимаем. Приносим извинения',
    'Це була наша помилка, перепрошуємо',
    'הבהרה: הפרסום היה שגוי. אנו חוזרים בנו ומתנצלים',
    'نعتذر من متابعينا، نشرنا الخبر بالخطأ',
    'خبر قبلی اشتباه بود، پوزش می‌خواهیم',
    'We were wrong: there was no explosion',
    'Удалили публикацию: очевидец ошибся',
    'Допис видалено, беремо свої слова назад',
    'הסרנו את הדיווח על הפריצה',
    'تم حذف الخبر لعدم دقته',
    'خبر قبلی را حذف می‌کنیم',
  ])('hears a retraction in %j', (text) => {
    expect(readEvent(text)).toMatchObject({ retracts: true, denies: false })
  })

  it.each([
    'We withdraw our report on the dam',
    'Извините, это неправда, взрыва не было',
    'Вибачте, це неправда',
    'מחקנו את הפוסט, הידיעה לא נכונה',
    'توضيح واعتذار: لا صحة للخبر',
    'پوزش، خبر درست نیست',
  ])('hears the writer take %j back', (text) => {
    expect(readEvent(text).retracts).toBe(true)
  })

  it.each([
    'Minister: we withdraw our troops from the north',
    'We are withdrawing from the treaty, the president said',
    'Army: we are sorry for the deaths and deny that the hospital was the target, the claim is false',
    '«Мы отзываем своего посла из Варшавы», заявили в МИД',
    'За ошибку сотрудники извинились и обещали выдать новый паспорт',
    'דובר צה"ל: מחקנו את מפקדת הגדוד',
    'המשטרה: אל תפיצו סרטונים מהזירה',
    'قاسم: لن نتراجع عن حقوقنا',
    'تیم ملی ایران از جام ملت‌ها حذف شد',
  ])('takes %j, said of other things or by others, for no retraction', (text) => {
    expect(readEvent(text).retracts).toBe(false)
  })

  it('takes a corrected figure for no retraction', () => {
    expect(
      readEvent('1,200 are being taken off (I misheard the number first, sorry)').retracts,
    ).toBe(false)
    expect(readEvent('نقلت سيارات الإسعاف ٢١ جريحاً (تصحيح)').retracts).toBe(false)
  })

  it('does not find a word inside another', () => {
    // To withdraw troops and to withdraw a report share their root; to carry out and to deny their first letters.
    expect(readEvent('قوات الاحتلال انسحبت من البلدة').retracts).toBe(false)
    expect(readEvent('قبل تنفيذ العملية').denies).toBe(false)
  })

  it.each([
    'UPDATE. The toll now stands at 19',
    'Число жертв выросло до 19',
    'Кількість загиблих зросла до 19',
    'עדכון: 19 הרוגים',
    'ارتفاع عدد الضحايا إلى 19',
  ])('hears an update in %j', (text) => {
    expect(readEvent(text).updates).toBe(true)
  })

  it.each([
    'Three years ago a gas blast at the market killed nine',
    'Три года назад взрыв унёс жизни девяти человек',
    'Роковини: п’ять років тому тут стався вибух',
    'שלוש שנים לפיגוע, יהי זכרם ברוך — טקס לזכר ההרוגים',
    'في ذكرى الانفجار',
    'سالگرد زلزله بم',
  ])('hears remembrance in %j', (text) => {
    expect(readEvent(text).remembers).toBe(true)
  })

  it.each([
    'Good morning. New merch is up, link in bio',
    'Доброе утро, город!',
    'Добрий ранок! Кава сама себе не зварить',
    'שבת שלום ומבורך',
    'عرض خاص! الخصم ٥٠٪ راسلونا واتساب',
    'صبح بخیر',
    'Курсы со скидкой по промокоду ЛЕТО',
  ])('takes %j for noise', (text) => {
    expect(readEvent(text).noise).toBe(true)
  })

  it('does not take a report with a footer or a greeting for noise', () => {
    expect(readEvent('Пожар на складе. Подписаться | Прислать новость').noise).toBe(false)
    expect(readEvent('Доброї ночі. У сусідів вибух на заводі').noise).toBe(false)
  })
})

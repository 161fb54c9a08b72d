import { concepts } from './concepts-ru.ts'
import { createGapWords, type GapWords } from './gap-words.ts'
import { isolated } from './isolated.ts'
import type { Retold } from './retold.ts'

const reasons: Retold['reasons'] = {
  forward: 'Платформа указывает, что это пересылка поста {post}.',
  forwardOfPostElsewhere:
    'Платформа указывает, что это пересылка из {name}, пост {id}; в архиве его нет.',
  forwardElsewhere: 'Платформа указывает, что это пересылка из {name}; самого поста в архиве нет.',

  cited: 'Сам называет источник: «{words}» ({rule}).',
  citedForLikest: 'Из постов источника этот ближе всего по содержанию.',
  citedForOnly: 'Это единственный пост источника за {hours} ч.',
  citedNotStored: 'Самого поста в архиве нет.',

  variant: 'Слова те же, но здесь «{is}», а там «{was}».',
  sameText: 'Тот же текст.',
  cutText: 'Сокращённый текст: {percent} % его слов стоят там в том же порядке.',
  embeddedText: 'Более длинный пост, в котором есть {percent} % того текста.',
  nearText: 'Почти тот же текст: у обоих общие {percent} % цепочек из трёх слов.',
  rewordedText: 'Почти тот же короткий текст: {percent} % его слов стоят там в том же порядке.',
  quotedText: 'Короткий текст приведён целиком, отдельными строками.',
  begunText: 'Начало того же текста, дальше он обрывается.',
  knownFromForward: 'Сам текст известен по пересылке {post}.',

  ownDispatch:
    'Повторяет сообщение самой редакции {dispatch} от {date}: {percent} % слов взяты оттуда.',
  saidAgain: 'Пересказ почти теми же словами: {percent} % по весу.',
  habit: 'К тому же {said}.',
  copiedInTime:
    'канал {channel} взял у {source} {copied} из последних {posts} постов (обычная задержка: {lag})',
  copied: 'канал {channel} взял у {source} {copied} из последних {posts} постов',
  translation:
    'То же на другом языке (здесь {lang}, там {otherLang}): совпадают {terms}, тексты близки по длине.',

  joinedByEditor: 'Объединено редактором.',
  reply: 'Ответ на {post}.',
  takesBack: 'Берёт назад сказанное в {post}.',
  bothForward: 'Оба пересылают {post}.',

  otherOrigins:
    '{post}: первоисточник {origins}; {other}: первоисточник {otherOrigins}. Связи между ними не нашлось, поэтому они считаются разными.',
  oneOwner: 'Оба ведут к одному: {origins}. Каналы одного владельца — один первоисточник.',
  oneOrigin: 'Оба ведут к одному первоисточнику: {origins}.',
  noOrigin: 'неизвестен',

  alike: 'Сходство {score}; общее: {terms}.',
  littleAlike: 'Мало похожи.',
  hoursApart: 'Между ними больше {hours} ч.',
  noReport: 'Один из постов — не новость.',
  remembers: 'Один из постов вспоминает прошлое.',
  alertAgain: 'Повторная тревога в том же канале — это другая тревога.',
  oneTemplate: 'Текст по одному шаблону: здесь «{is}», а там «{was}».',

  contradiction: 'Противоречат друг другу: {said}',
  opposites: '«{words}» против «{otherWords}».',
  negation: '«{words}», а в другом то же без отрицания.',
  otherCount: '{value} против {otherValue} об одном и том же.',
  otherNation: 'одно и то же, но здесь «{words}», а там «{otherWords}».',

  ofPair: '{post} и {other}: {said}',

  letterRuns: 'по три подряд, редкие важнее',
  noFigures: 'общих нет',
  tooShort: 'тексты для этого слишком коротки',
  namesOfBoth: 'в каждом есть имена из заголовка другого',
  missingNames: 'не хватает: {terms}',
  nothingTelling: 'ничего показательного',
  fewTelling: 'показательных {found}, нужно не меньше {least}',
  hoursBetween: 'между ними {hours} ч',
  oneVoice: 'одно издание или один владелец',
}

const config = 'настройках'

const faults: Retold['faults'] = {
  retried: '{said}; попытки продолжаются',
  notTaken: 'полученное не удалось сохранить ({said}); следующий опрос займётся им снова',

  redirected: '{address} отвечает {status} и отсылает на {target}; {next}',
  answered: '{address} отвечает {status}; {next}',
  noAnswer: '{address} не отвечает дольше {seconds} с; {next}',
  unreachable: '{address} недоступен ({code}); {next}',
  nextPoll: 'следующий опрос попробует снова',
  nextWait: 'надо подождать',
  nextAsked: 'просит подождать {seconds} с',
  nextLogin: 'нужен вход, а у этого источника его нет',
  nextAddress: `проверьте адрес в ${config}`,
  privateAddress: `{address} — внутренний адрес или ведёт на такой; проверьте адрес в ${config}, а если так и задумано, включите ${isolated('network.allowPrivate')}`,
  tooLarge: '{address}: ответ больше {size} и не прочитан',

  challenged:
    '{address} требует доказать, что это человек; опрашивайте реже или подождите, пока он снова пустит',
  brokenMarkup:
    '{address} — не страница с постами; откройте её в браузере, разметка могла измениться',
  cutOff: '{address}: ответ оборвался; следующий опрос спросит снова',
  ledAway:
    '{address} уводит от постов; под этим именем группа, закрытый или неизвестный канал, или у него нет просмотра',
  notAFeed: `{address} не отдаёт ленту ${isolated('RSS, Atom, RDF')} или ${isolated('JSON')}; откройте адрес в браузере и проверьте его`,

  notOpened: 'файл не открывается ({code}); проверьте путь и права на чтение',
  notAFile: 'это не файл; укажите файл',
  notRead: 'файл не читается: {said}',
  gzip: `он сжат ${isolated('gzip')}; сначала распакуйте его`,
  zip: `это архив ${isolated('ZIP')}; сначала распакуйте его`,
  utf16: `он в ${isolated('UTF-16')}; сохраните его в ${isolated('UTF-8')}`,
  database: 'это база данных; нужна выгрузка из неё',
  markup: `это ${isolated('HTML')} или ${isolated('XML')}; выгрузите его в ${isolated('JSON')}`,
  noRows: `в начале нет ни одной строки ${isolated('JSON')}; читаются ${isolated('JSON Lines, result.json')} и строки ${isolated('Telethon')}`,

  badToken: `${isolated('Telegram')} не принимает токен ({answer}); скопируйте токен бота у ${isolated('@BotFather')} в ${isolated('TELEGRAM_BOT_TOKEN')}`,
  malformedToken: `токен не такого вида, как ${isolated('123456:ABC…')}; скопируйте его у ${isolated('@BotFather')} в ${isolated('TELEGRAM_BOT_TOKEN')}`,
  otherReader: `обновления этого бота читает другая программа ({answer}); остановите её или снимите её ${isolated('webhook')}`,
  apiBusy: `${isolated('Telegram')} просит подождать {seconds} с ({answer})`,
  apiSilent: `${isolated('Telegram')} не называет причины отказа`,
  apiFault: `неполадка у самого ${isolated('Telegram')} ({answer})`,
  apiRefuses: `${isolated('Telegram')} отказывает ({answer}); проверьте токен и ${isolated('bot.apiRoot')}`,
  apiGarbled: `ответ не похож на ${isolated('Telegram')}; проверьте ${isolated('bot.apiRoot')}`,
  apiUnreachable: `${isolated('Telegram')} недоступен ({code})`,
  apiNoAnswer: `${isolated('Telegram')} не отвечает дольше {seconds} с`,
  webhookPort: `не удаётся принимать обновления на {address} ({answer}); задайте другой ${isolated('bot.webhook.port')}`,

  pictureStatus: 'сервер отвечает {status}',
  pictureOfBot: 'её может взять только бот, а он выключен',
  noPhoto: 'это не фото, которое можно прочесть',
  noVideo: 'это не видео, которое можно прочесть',
  pictureAttempts: 'не удалось за {count} попыток',
  pictureFile: 'файл не записывается',
}

const notes: Retold['notes'] = {
  blindSince: 'Не было видно с {when}: {channels} ({gap})',
  blind: 'Не было видно {when}: {channels} ({gap})',
  moreChannels: '{channels} и ещё {count}',
  botChannels: 'каналы бота',
  onePeriodMore: '… и ещё {count} такой промежуток',
  morePeriods: '… и ещё таких промежутков: {count}',
  mirroredPicture:
    'Картинка в {post} не новая: канал {title} публиковал её {date}, за {age} до этого сообщения ({place}, зеркально).',
  oldPicture:
    'Картинка в {post} не новая: канал {title} публиковал её {date}, за {age} до этого сообщения ({place}).',
  inStory: '{post}, сюжет {story}',
}

/** `gaps` are the catalogue's own words for what the desk did not see. */
export const retoldIn = (gaps: GapWords['gaps']): Retold => ({
  reasons,
  faults,
  notes,
  gap: createGapWords({
    locale: 'ru',
    gaps,
    concepts,
    lengths: {
      second: { one: '# секунда', few: '# секунды', other: '# секунд' },
      minute: { one: '# минута', few: '# минуты', other: '# минут' },
      hour: { one: '# час', few: '# часа', other: '# часов' },
      day: { one: '# день', few: '# дня', other: '# дней' },
      month: { one: '# месяц', few: '# месяца', other: '# месяцев' },
      year: { one: '# год', few: '# года', other: '# лет' },
    },
    rules: {
      credit: 'подпись об источнике',
      'cue before': 'слова об источнике до имени',
      'cue after': 'слова об источнике после имени',
      opening: 'в начале',
      'in brackets': 'в скобках',
      'ends with': 'в конце фразы',
      'last line': 'последней строкой',
      listed: 'в перечне',
      'post link': 'ссылка на пост',
      'only link': 'единственная ссылка',
      mentioned: 'назван',
    },
  }),
})

import { counterIn } from '../../lib/count-words.ts'
import type { Refusal, Role } from '../../model/desk.ts'
import type { GapKind } from '../../model/gap.ts'
import type { EventKind, Sourcing } from '../../model/story.ts'
import type { Strength, StubState } from '../../model/stub.ts'

import { channelEvent, flagWords } from './changes-ru.ts'
import { deliveryWords } from './deliveries-ru.ts'
import { isolated, ownLine } from './isolated.ts'
import { retoldIn } from './retold-ru.ts'
import type { Words } from './words.ts'

const counted = counterIn('ru')
const signals = (count: number) =>
  counted(count, { one: '# сообщение', few: '# сообщения', other: '# сообщений' })
const channels = (count: number) =>
  counted(count, { one: '# канал', few: '# канала', other: '# каналов' })
const posts = (count: number) =>
  counted(count, { one: '# пост', few: '# поста', other: '# постов' })
const stories = (count: number) =>
  counted(count, { one: '# сюжет', few: '# сюжета', other: '# сюжетов' })
const ofStories = (count: number) => counted(count, { one: '# сюжета', other: '# сюжетов' })
const inPosts = (count: number) => counted(count, { one: '# поста', other: '# постов' })

const sourcing: Record<Sourcing, string> = {
  'single-source': 'один источник',
  echoed: 'перепечатки',
  corroborated: 'разные источники',
  contested: 'источники расходятся',
  withdrawn: 'отозвано',
}

const gapKinds: Readonly<Record<GapKind, string>> = {
  unread: 'ещё не прочитано',
  skipped: 'номеров нет: удалены или служебные сообщения платформы',
  missed: 'посты пропущены',
  failed: 'источник не отвечал',
  stopped: 'система не работала',
}

const states: Record<StubState, string> = {
  draft: 'черновик',
  'in-review': 'на проверке',
  approved: 'одобрен',
  exported: 'передан',
  held: 'отложен',
  killed: 'снят',
  corrected: 'исправлен',
}

const strengths: Record<Strength, string> = {
  weak: 'слабый',
  moderate: 'средний',
  strong: 'сильный',
}

const roles: Record<Role, string> = {
  reader: 'читатель',
  editor: 'редактор',
  chief: 'шеф-редактор',
}

/** What likeness is weighed by, as `analysis/stories` names it. */
const features: Readonly<Record<string, string>> = {
  letters: 'буквы',
  words: 'слова',
  figures: 'цифры',
  'long reports have much in common': 'у длинных сообщений много общего',
  'names in long reports': 'имена в длинных сообщениях',
  'rare words in long reports': 'редкие слова в длинных сообщениях',
  'names of the headline': 'имена из заголовка',
  'other days in their leads': 'разные дни в первых строках',
  'one kind of event': 'событие одного вида',
  'other kinds of event': 'события разных видов',
  'terms that any language has': 'слова, общие для всех языков',
  contradiction: 'противоречие',
  'likeness of the texts': 'сходство текстов',
  'little in common': 'мало общего',
  nearness: 'близость по времени',
  'what both name': 'что называют оба',
  'long texts': 'длинные тексты',
  'kinds of event': 'виды событий',
  'other towns': 'другие города',
  'posts in between': 'сообщения между ними',
  'more than chance': 'больше, чем случай',
  'one voice': 'один голос',
  'kept apart': 'держатся врозь',
  'support is bounded': 'подкрепление ограничено',
  'two towns in common': 'два общих города',
  'a town in common': 'общий город',
  'other places': 'другие места',
  'both tell of a kind': 'одного рода',
  'they count the same': 'считают одинаково',
  'one denies it': 'один это отрицает',
}

const events: Readonly<Record<EventKind, string>> = {
  strike: 'удар',
  alert: 'тревога',
  statement: 'заявление',
  arrest: 'задержание',
  talks: 'переговоры',
  sanctions: 'санкции',
  accident: 'авария',
  protest: 'протест',
  other: 'другое',
}

const details: Readonly<Record<string, string>> = {
  killed: 'погибшие',
  wounded: 'раненые',
  missing: 'пропавшие',
  detained: 'задержанные',
  evacuated: 'эвакуированные',
  launched: 'выпущено',
  intercepted: 'перехвачено',
  affected: 'пострадавшие',
  money: 'сумма',
  percent: 'проценты',
  magnitude: 'магнитуда',
  distance: 'расстояние',
  date: 'дата',
  time: 'время',
  place: 'место',
  'so or not so': 'так или не так',
  'how many': 'сколько',
  'which country': 'какая страна',
  'confirmed or denied': 'подтверждено или опровергнуто',
  'casualty figures': 'число пострадавших',
  'target locations': 'куда пришёлся удар',
  'the number of missiles': 'число ракет',
  'the number of drones': 'число беспилотников',
  'the number of missiles and drones': 'число ракет и беспилотников',
  'the number of missiles or drones': 'число ракет или беспилотников',
  'when it happened': 'когда это было',
  'where it happened': 'где это было',
  'who carried it out': 'кто это сделал',
  'the extent of the damage': 'масштаб разрушений',
  'the area it covers': 'какие районы',
  'the threat that set it off': 'чем вызвано',
  'whether anything was hit': 'есть ли попадания',
  'when or where it was said': 'когда и где сказано',
  'to whom it was said': 'кому сказано',
  'any concrete agreement or timeline': 'договорённости и сроки',
  'the charges': 'обвинения',
  'how many were held': 'сколько задержано',
  'who made the arrest': 'кто задержал',
  'where they were held': 'где задержали',
  'the date of the talks': 'дата переговоров',
  'the venue': 'место встречи',
  'who took part': 'кто участвовал',
  'the outcome': 'итог',
  'who is targeted': 'против кого',
  'when they take effect': 'когда вступают в силу',
  'the grounds for them': 'основания',
  'the cause': 'причина',
  'the number of participants': 'число участников',
  arrests: 'задержания',
  'the demands': 'требования',
  'a named witness or official': 'названный свидетель или чиновник',
}

const doneNothing = 'Ничего не изменено.'
const onlyBy = (role: Role) =>
  `Это может только ${role === 'chief' ? 'шеф-редактор' : 'редактор или шеф-редактор'}.`

function refusal(why: Refusal): string {
  switch (why.code) {
    case 'no-stub':
      return `Такого черновика нет. Все черновики:${ownLine('/drafts')}`
    case 'role':
      return `${onlyBy(why.needs)} ${doneNothing}`
    case 'state':
      return `Состояние черновика — «${states[why.state]}», так сделать нельзя. ${doneNothing}`
    case 'not-in-story':
      return `Сообщения ${isolated(why.signal)} в этом сюжете больше нет. Откройте черновик заново.`
    case 'unknown-detail':
      return `«${details[why.detail] ?? isolated(why.detail)}» среди недостающего больше нет. Откройте черновик заново.`
    case 'unknown-field':
      return 'Этой части в черновике больше нет. Откройте черновик заново.'
    case 'too-long':
      return `Слишком длинно: самое большее ${counted(why.most, { one: '# знак', few: '# знака', other: '# знаков' })}. Ответьте на то же сообщение короче.`
    case 'empty':
      return 'В ответе нет слов. Ответьте ещё раз, с текстом.'
    case 'reason-missing':
      return 'Нужна причина. Ответьте ещё раз и назовите её.'
    case 'nothing-reviewed':
      return 'Ни одно сообщение ещё не проверено. Перед одобрением проверьте хотя бы одно.'
    case 'withdrawn':
      return 'Все первоисточники это отозвали. Можно снять черновик или указать другую оценку источников с причиной.'
    case 'unchanged':
      return `Так уже и есть. ${doneNothing}`
    case 'nothing-to-undo':
      return `Последнее действие здесь не ваше, или его нельзя отменить. ${doneNothing}`
    case 'already-leaving':
      return `Уже уходит в ${isolated('CMS')}. Теперь можно исправить или снять.`
  }
}

/** What the bot says, in Russian. */
const detail = (name: string) => details[name] ?? name

export const ru: Words = {
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
      ? '1 первоисточник'
      : `не более ${counted(count, { one: '# независимого первоисточника', other: '# независимых первоисточников' })}`,
  stories,
  arrow: '→',
  ago: (age) => `${age} назад`,
  and: (count) => `… и ещё ${count.toLocaleString('ru')}`,

  stranger: (id) =>
    `Это рабочий стол редакции, и вас нет среди сотрудников. Ваш номер в ${isolated('Telegram')}: ${id}; по нему вас может добавить шеф-редактор.`,
  unknownCommand: (name) => `Команды ${isolated(name)} нет. Что я умею:${ownLine('/help')}`,
  needsRole: onlyBy,
  fault: (id) =>
    `У меня что-то сломалось, ничего не изменено. Передайте инженеру номер: ${isolated(id)}`,
  staleButton: `Эта кнопка устарела. Откройте экран заново:${ownLine('/help')}`,
  notYourButton: `Это чужой экран. Откройте свой:${ownLine('/help')}`,
  badStory: `Какой сюжет? Назовите номер, например:${ownLine('/story 12')}\nСписок:${ownLine('/wire')}`,
  noStory: (story) => `Сюжета ${story} нет. Последние:${ownLine('/wire')}`,
  noStub: (story) =>
    `У сюжета ${story} нет черновика: по одному слабому сообщению он не пишется. Сам сюжет:${ownLine(`/story_${story}`)}`,
  unsupported: 'Этого я не читаю. Пришлите команду, слова для поиска или перешлите пост.',

  help: {
    title: 'Что я умею',
    query: 'Узнать',
    review: 'Проверить',
    told: 'Получать известия',
    desk: 'Редакция',
    forward: 'Перешлите мне пост, и я скажу, что это.',
    plain: 'Просто слова — это поиск.',
    commands: {
      wire: `лента сюжетов: ${isolated('6')}, ${isolated('contested')}`,
      story: 'один сюжет: откуда он и в чём расходятся',
      signals: 'посты сюжета',
      tree: 'кто у кого взял, картинкой',
      search: `слова ${isolated('"фраза" lang:ru channel:x since:2026-07-01')}`,
      explain: 'почему два поста — один сюжет или нет',
      channels: 'что читает редакция',
      channel: 'один канал: часто ли первый и у кого берёт',
      stub: 'черновик как есть',
      drafts: 'черновики, которые ждут',
      status: 'как у меня дела',
      review: 'взять черновик в работу',
      watch: `слова, ${isolated('story 12')}, ${isolated('channel x')}, ${isolated('corroboration 12')}, ${isolated('digest')}`,
      watches: 'за чем я слежу для вас и как это закончить',
      quiet: `часы тишины: ${isolated('23:00-07:00')}, ${isolated('off')}`,
      member: 'добавить, удалить, показать сотрудников',
      undo: 'отменить последнее, что вы сделали',
      log: 'кто что сделал',
      export: `что уходит в ${isolated('CMS')} и что застряло`,
      language: `русский, ${isolated('English')} или ${isolated('עברית')}`,
      help: 'этот список',
    },
  },

  language: { choose: 'На каком языке?', chosen: 'Теперь я говорю с вами по-русски.' },

  wire: {
    title: (hours) =>
      `Лента за ${counted(hours, { one: '# час', few: '# часа', other: '# часов' })}`,
    none: (hours) =>
      `За ${counted(hours, { one: '# час', few: '# часа', other: '# часов' })} ничего. Дальше в прошлое:${ownLine('/wire_72')}`,
    badSourcing: (given) =>
      `Не понимаю «${isolated(given)}». Назовите число часов или одно из: ${isolated('single-source, echoed, corroborated, contested, withdrawn')}.`,
  },

  story: {
    origins: 'Первоисточники',
    conflicts: 'Первоисточники расходятся',
    notStated: 'Не сказано',
    suggested: 'Возможно, то же событие',
    decided: 'Решения редакторов',
    noWords: '(без слов)',
    returned: (age) => `Всплыл старый пост: впервые опубликован за ${age} до этого`,
    openSignals: 'Посты',
    openTree: 'Кто у кого',
    openStub: 'Черновик',
    openReview: 'В работу',
    watch: 'Следить',
    watchOrigin: 'Сообщить о втором источнике',
    first: 'первый',
    withdrawn: 'отозвано',
    stated: 'подтверждают',
    denied: 'отрицают',
  },

  pair: {
    open: (other) => `То же, что #${other}?`,
    title: 'Это одно событие?',
    likeness: (score) => `Сходство ${score}`,
    effect:
      'Одно: оба станут одним сюжетом, первоисточники сложатся. Разные: останутся врозь, что бы ни пришло. То и другое можно отменить.',
    join: 'Одно событие',
    part: 'Разные',
    joined: 'Объединены',
    parted: 'Оставлены врозь',
    tied: 'Их связывает пересылка, копия, ссылка или перевод: этого решение не отменяет.',
    moved: 'Эти сюжеты с тех пор изменились. Откройте сюжет заново.',
    withdraw: (number) => `Отменить решение ${number}`,
    withdrawn: 'Отменено.',
    withdrawnBefore: 'Это решение уже отменили.',
  },

  signal: {
    edited: (version) =>
      `изменён ${counted(version, { one: '# раз', few: '# раза', other: '# раз' })}`,
    deleted: 'удалён',
    maybeDeleted: 'пропал из канала',
    forward: 'переслано:',
    copy: 'копия:',
    cite: 'ссылается на:',
    translation: 'перевод:',
    variant: 'похоже, но взято не отсюда:',
    open: 'открыть',
    own: 'своими словами',
    media: 'без слов, только фото или видео',
    notFetched: 'не просмотрено',
  },

  search: {
    none: `Ничего не найдено. Попробуйте меньше слов или начало слова: ${isolated('ракет*')}`,
    empty: `Что искать? Например:${ownLine('/search дрон "электростанция" lang:uk since:2026-07-01')}`,
    badSince: (given) => `«${isolated(given)}» — не дата. Пишите ${isolated('since:2026-07-01')}`,
    title: (count) => `Найдено: ${count}`,
  },

  explain: {
    usage: `Какие два поста? Можно и две ссылки ${isolated('t.me')}. Например:${ownLine('/explain alpha/7 beta/9')}`,
    unknown: (key) =>
      `Поста ${isolated(key)} у меня нет. Нужны канал и номер, например ${isolated('alpha/7')}, или ссылка ${isolated('t.me')}. Ссылки сюжета:${ownLine('/signals')}`,
    same: 'Это один и тот же пост.',
    waiting: 'Один из них ещё не разобран. Спросите через минуту.',
    linked: 'связаны',
    oneStory: 'один сюжет',
    oneOrigin: 'один первоисточник',
    yes: 'да',
    no: 'нет',
    feature: (name) => features[name] ?? name,
    event: (kind) => events[kind as EventKind],
    by: {
      forward: 'пересылка',
      copy: 'копия',
      cite: 'ссылка',
      translation: 'перевод',
      variant: 'похоже, но взято не оттуда',
      reply: 'ответ',
      withdrawal: 'отзыв сказанного',
      'same forward': 'оба пересылают один пост',
      likeness: 'сходство',
      editor: 'редактор',
    },
    path: 'Как одно ведёт к другому',
    likeness: (score) => `Сходство ${score}`,
  },

  channels: {
    title: channels,
    last: 'последний',
    noPost: 'постов ещё нет',
    notYet: 'Сравнение с другими каналами ещё считается; спросите через минуту.',
    reliability: (grade) => `надёжность ${isolated(grade)}`,
    usage: `Какой канал? Например:${ownLine('/channel osintdefender')}`,
    none: (name) => `Канала «${isolated(name)}» я не знаю. Список:${ownLine('/channels')}`,
    posts,
    firstOf: (first, shared) => `первый в ${first} из ${ofStories(shared)}, что есть и у других`,
    copies: (from, count, all, lag) =>
      `взял у ${isolated(from)} ${count} из ${inPosts(all)}${lag === '' ? '' : `, через ${lag}`}`,
    owner: 'владелец',
    outlet: 'СМИ',
    notConfigured: 'не в настройках',
  },

  drafts: {
    title: (count) =>
      `${counted(count, { one: '# черновик', few: '# черновика', other: '# черновиков' })} на проверку`,
    none: 'Черновиков нет.',
  },

  status: {
    title: 'Состояние',
    stored: (some, all) => `${signals(some)} · ${stories(all)}`,
    sources: (good, all) =>
      `в последний раз ответили ${good} из ${counted(all, { one: '# источника', other: '# источников' })}`,
    noGaps: 'Ничего не пропущено',
    gaps: (count) =>
      `${counted(count, { one: '# пробел', few: '# пробела', other: '# пробелов' })}: постов может не хватать`,
    failing: 'Не отвечают',
    quarantined: (count) => `не прочитано: ${posts(count)}`,
    waiting: (count) => `ещё не принято: ${posts(count)}`,
    size: (mb) => (mb < 1 ? 'база меньше 1 МБ' : `база ${Math.round(mb)} МБ`),
  },

  gaps: {
    since: (at) => `с ${at}`,
    ids: (count) =>
      counted(count, { one: '# номер поста', few: '# номера постов', other: '# номеров постов' }),
    ...gapKinds,
  },

  handIn: {
    reading: 'Принято. Разбираюсь …',
    fresh: 'Новое: раньше ни у кого не было.',
    known: (key) => `Уже было: ${isolated(key)}`,
    inStory: (story) => `Сюжет ${story}`,
    noPost: 'По этой пересылке не видно, из какого канала и поста она, — принять не могу.',
    readersCannot: 'Передавать посты могут только редакторы.',
  },

  card: {
    reviewed: (done, all) => `проверено ${done} из ${all}`,
    asides: (count) => `отведено: ${count}`,
    review: 'Проверить посты',
    edit: 'Править',
    state: 'Отметить как сказанное',
    source: 'Оценка источников',
    submit: 'На одобрение',
    approve: 'Одобрить',
    hold: 'Отложить',
    resume: 'Вернуть в работу',
    kill: 'Снять',
    correct: 'Исправить',
    undo: 'Отменить',
    page: 'Страница',
    publicVersion: 'Для публикации',
    back: '◀ Назад',
    seen: 'Видел',
    changedBeneath: 'Изменилось под черновиком',
    outdated: 'Правка сделана поверх слов, которые с тех пор изменились',
    unsupportedWords: (found) => `Проверьте: этого нет ни в одном посте сюжета: ${isolated(found)}`,
    because: 'Причина',
    correcting: 'Исправляется',
    done: 'Готово',
    undone: 'Отменено',
    anyway: 'Всё равно сделать',
    changed: 'Кто-то успел раньше. Ваше пока не сделано:',
    yourText: 'Ваш текст',
    newVersion: 'сюжет изменился, а с ним и черновик',
    fields: {
      headline: 'Заголовок',
      tldr: 'Коротко',
      beat: 'Раздел',
      form: 'Жанр',
      topic: 'Тема',
      strength: 'Сила',
    },
    paragraph: (number) => `Абзац ${number}`,
    takeBack: 'Убрать мою правку',
    reviewedMark: 'Проверено',
    setAside: 'Отведено',
    unread: 'Не проверено',
    name: 'Назвать канал',
    unname: 'Больше не называть',
    named: 'назван с разрешения',
    endOverride: 'Вернуть оценку машины',
    nothingMissing: 'Недостающего нет.',
    acts: {
      review: 'отметка на посте',
      edit: 'правка',
      name: 'разрешение назвать канал',
      unname: 'запрет называть канал',
      'mark-stated': 'отмечено как сказанное',
      'override-sourcing': 'другая оценка источников',
      submit: 'отправлено на одобрение',
      approve: 'одобрено',
      hold: 'отложено',
      resume: 'возвращено в работу',
      kill: 'снято',
      correct: 'открыто для исправления',
      exported: 'передано',
      seen: 'изменения просмотрены',
      undo: 'отмена',
      join: 'два сюжета объединены',
      part: 'два сюжета оставлены врозь',
      withdraw: 'отмена решения о сюжетах',
      'member-add': 'добавлен сотрудник',
      'member-remove': 'удалён сотрудник',
      'hand-in': 'передан пост',
      'send-on': 'остановленные отправки запущены снова',
      watch: 'просьба сообщать',
      unwatch: 'слежение прекращено',
      quiet: 'тихие часы',
      language: 'выбор языка',
    },
  },

  ask: {
    headline: 'Ответьте на это сообщение новым заголовком, не длиннее 110 знаков.',
    text: (what) => `Ответьте на это сообщение новым текстом. Часть: ${what}`,
    name: 'Ответьте, почему канал можно назвать для этого утверждения.',
    stated: 'Ответьте, где это сказано.',
    override: 'Ответьте, по какой причине.',
    hold: 'Ответьте, почему отложено.',
    kill: 'Ответьте, почему снято.',
    correct: 'Ответьте, что в нём неверно.',
    nothing:
      'Это сообщение сейчас ни о чём не спрашивает. Нажмите кнопку того, что хотите изменить, и ответьте на вопрос, который придёт. Чтобы искать, пришлите слова не ответом.',
    now: 'Сейчас там:',
    notYours: `Вопрос был не вам. Откройте черновик сами:${ownLine('/review')}`,
  },

  watch: {
    usage: `За чем следить?${ownLine('/watch дрон Харьков')}${ownLine('/watch story 12')}${ownLine('/watch channel osintdefender')}${ownLine('/watch corroboration 12')}${ownLine('/watch digest')}`,
    on: 'Сообщу сюда.',
    list: 'Я слежу за этим',
    none: `Вы ни за чем не следите. Как начать:${ownLine('/watch')}`,
    end: 'Убрать',
    ended: 'Больше не слежу.',
    gone: 'За этим уже не следили.',
    words: (words) => `посты со словами: ${isolated(words)}`,
    story: (story) => `сюжет ${story}`,
    channel: (channel) => `канал ${isolated(channel)}`,
    corroboration: (story) => `второй первоисточник сюжета ${story}`,
    digest: 'сводка каждого окна редакции',
    alreadyCorroborated: (story) => `У сюжета ${story} уже больше одного первоисточника.`,
  },

  quiet: {
    off: `Часов тишины у вас нет. Назначить:${ownLine('/quiet 23:00-07:00')}`,
    set: (from, to) =>
      `С ${from} до ${to} по времени редакции молчу, потом рассказываю. Отменить:${ownLine('/quiet off')}`,
    ended: 'Часы тишины отменены.',
    bad: `Пишите часы как ${isolated('23:00-07:00')}, или ${isolated('off')}.`,
  },

  member: {
    usage: ['/member list', '/member add 123456789 editor Dana', '/member remove 123456789'].join(
      '\n',
    ),
    added: (name, role) => `${isolated(name)} теперь в редакции: ${role}.`,
    removed: (name) => `${isolated(name)} больше не в редакции.`,
    badId: (given) =>
      `«${isolated(given)}» — не номер ${isolated('Telegram')}. Номер я называю тому, кто мне напишет.`,
    badRole: (given) =>
      `Роли «${isolated(given)}» нет. Роли: ${isolated('reader, editor, chief')}.`,
    noName: `Назовите и имя:${ownLine('/member add 123456789 editor Dana')}`,
    unknown: (id) => `${id} — не сотрудник.`,
    fromConfig: (name) => `${isolated(name)} стоит в настройках, там это и меняется.`,
    list: 'Сотрудники',
  },

  standing: {
    added: (chat, by) => `Меня добавили в ${isolated(chat)}. Кто: ${isolated(by)}.`,
    promoted: (chat, by) =>
      `Меня сделали администратором в ${isolated(chat)}: посты оттуда теперь доходят. Кто: ${isolated(by)}.`,
    demoted: (chat, by) =>
      `Меня лишили прав администратора в ${isolated(chat)}: посты оттуда могут не дойти. Кто: ${isolated(by)}.`,
    removed: (chat, by) => `Меня удалили из ${isolated(chat)}. Кто: ${isolated(by)}.`,
  },

  notice: {
    growth: (because) => `Вы следите: ${because}`,
    turn: (from, to) => `Источники: ${from} → ${to}`,
    flags: 'Под черновиком, над которым вы работали, изменилось',
    stopped: (target) => `Не дошло до ${isolated(target)}`,
    channel: (channel) => `Канал ${isolated(channel)}`,
    digest: (span) => `Сводка ${span}`,
    health: {
      unwell: (since) => `Редакции нужен человек: неполадки с ${since}`,
      well: (since, until) => `Всё снова в порядке. Неполадки были с ${since} до ${until}.`,
      source: (source, since) =>
        `${isolated(source)} не читается; последний раз удалось в ${since}`,
      disk: (mb) =>
        `Диск почти полон: свободно меньше ${mb + 100} МБ. Освободите место, иначе посты не сохранятся.`,
      deliveries: (count) =>
        `${counted(count, {
          one: '# доставка на сайт остановилась и ждёт',
          few: '# доставки на сайт остановились и ждут',
          other: '# доставок на сайт остановились и ждут',
        })} человека:${ownLine('/export')}`,
      damage: (count) =>
        `Ночная проверка базы нашла ${counted(count, { one: '# ошибку', few: '# ошибки', other: '# ошибок' })}. Сообщите инженеру: ${isolated('intake verify')}`,
      judging: (since) =>
        `Посты приходят, но с ${since} разобрать их не удаётся: сюжеты и черновики не обновляются. Сообщите инженеру: причина в журнале.`,
      polls: (count) =>
        `${counted(count, { one: '# источник не опрашивали', few: '# источника не опрашивали', other: '# источников не опрашивали' })} больше двух часов, хотя пора. Сообщите инженеру: может помочь перезапуск.`,
    },
    digestNone: 'Новых черновиков нет, и ничего не было сразу в нескольких каналах.',
  },

  export: {
    title: `В ${isolated('CMS')}`,
    none: `Для ${isolated('CMS')} ещё ничего не одобрено.`,
    noTarget: `Цель не настроена, поэтому ничего никуда не уходит. Её задают в ${isolated('export.targets')} файла ${isolated('intake.yaml')}.`,
    dryRun: 'Что уйдёт',
    resume: 'Ещё раз',
    resumed: (count) =>
      `Повторю ${counted(count, { one: '# отправку', few: '# отправки', other: '# отправок' })}.`,
    ...deliveryWords,
    states: {
      queued: 'ждёт',
      sending: 'в пути',
      done: 'доставлено',
      stopped: 'остановлено',
      superseded: 'заменено новой редакцией',
      recalled: 'отозвано',
    },
  },

  undo: {
    last: 'Последнее, что вы сделали:',
    before: 'Перед этим:',
    take: 'Отменить',
    none: 'В последнее время вы не делали ничего, что можно отменить.',
    gone: 'Это уже отменено. Ничего не изменилось.',
    later:
      'С тех пор над этим черновиком кто-то работал, или его уже отправили дальше, поэтому отсюда отменить нельзя.',
    handIn: 'Переданное остаётся: редакция хранит всё, что пришло.',
    sentOn: `Отправленное в ${isolated('CMS')} не вернуть: исправьте сообщение или снимите его.`,
  },

  log: { title: 'Кто что сделал', none: 'Пока никто ничего не сделал.' },
}

import type { DryRun } from '../../export/delivery/dry-run.ts'
import type { Leak } from '../../export/leaks/leaks.ts'
import { plainLine } from '../../lib/terminal-text.ts'
import type { DeliveryCode } from '../../model/outgoing.ts'
import { isolated } from './isolated.ts'
import type { Words } from './words.ts'

const again = 'потом «Ещё раз»'
const cms = isolated('CMS')

const sentences: Readonly<Record<DeliveryCode, string>> = {
  gone: 'Там его удалили, и сам по себе черновик заново не появится. Создать его снова: «Ещё раз».',
  trashed: `Там его отправили в корзину. Верните или удалите его там, ${again}.`,
  published: `Там это уже опубликовано, и отсюда ничего не меняется: внесите правку или снимите публикацию там, ${again}.`,
  taken: `Под тем же адресом там стоит что-то другое, и оно не тронуто. Смените ему адрес или удалите его там, ${again}.`,
  touched: `Там над ним кто-то поработал, поэтому оно не тронуто. Согласуйте оба текста там, ${again}.`,
  hidden: `Оно там есть, но этой учётной записи больше не показывается. Разберитесь там, ${again}.`,
  altered: `Там стоит не то, что было отправлено. Поправьте там или в настройках, ${again}.`,
  'not-yet-seen': 'Принято, но ещё не видно; проверка повторится.',

  leak: 'Ничего не отправлено: в тексте есть то, что не должно выходить из редакции. Исправьте сообщение или разрешите назвать канал.',
  unmapped: `В настройках этому ничего не сопоставлено. Дополните их или исправьте сообщение, ${again}.`,
  'unknown-categories': `Таких рубрик там нет. Исправьте настройки, ${again}.`,
  'unknown-tags': `Таких меток там нет. Исправьте настройки, ${again}.`,
  'title-too-long': 'Заголовок длиннее, чем там допускается. Сократите его исправлением.',
  'content-too-long': 'Текст длиннее, чем там допускается. Сократите его исправлением.',

  unreachable: 'Связи нет; попытки продолжаются.',
  tls: `Сертификату нельзя верить: он неверен или истёк. Его надо обновить, ${again}.`,
  throttled: `${cms} просит подождать; попытки продолжаются.`,
  'server-fault': `Неполадка на стороне ${cms}; попытки продолжаются.`,
  clock: `Часы этой машины расходятся с часами ${cms}. Поставьте их верно, ${again}.`,
  refused: `${cms} отказывает. Проверьте ответ и адрес в настройках.`,
  unauthorised: `Пароль или ключ неверен или истёк. Задайте новый, ${again}.`,
  forbidden: `Учётной записи это не разрешено. Дайте ей нужную роль, ${again}.`,
  'not-found': `По этому адресу ничего нет. Исправьте адрес в настройках, ${again}.`,
  'gone-for-good': 'Туда больше ничего не принимают. Уберите цель из настроек.',
  'too-large': `Сообщение больше, чем там принимают. Поднимите предел или сократите его, ${again}.`,
  'not-stored': `${cms} не удалось сохранить текст: он слишком длинный или с непонятными базе знаками. Исправьте его, ${again}.`,
  'answer-too-large': 'Ответ слишком велик и не прочитан.',
  'half-answer': 'Ответ оборвался; попытки продолжаются.',
  'strange-answer': `${cms} отвечает не то, что нужно. Проверьте версию, дополнения и адрес.`,
  'not-an-api':
    'Вместо данных приходит страница. Проверьте адрес и не закрыт ли сайт на обслуживание.',
  'login-page': `Вместо ответа — страница входа. Откройте доступ системе или укажите адрес за ней, ${again}.`,
  moved: `Адрес уводит в другое место. Укажите новый в настройках, ${again}.`,

  'disk-full': 'Диск полон. Освободите место; попытки продолжаются.',
  disk: 'Диск не отвечает; попытки продолжаются.',
  'not-writable': `В эту папку нельзя писать. Проверьте права и путь, ${again}.`,

  'unknown-target': `Этой цели больше нет в настройках. Верните её, ${again}.`,
  fault: 'Сбой самой системы, подробности в её журнале; попытки продолжаются.',
  'given-up': 'Попытки исчерпаны. Устраните причину и нажмите «Ещё раз».',
}

const deeds: Readonly<Record<DryRun['does'], string>> = {
  create: 'появится черновик',
  change: 'черновик изменится, если до тех пор его никто не тронет',
  withdraw: 'черновик будет отозван',
  nothing: 'ничего не уйдёт',
}

const kinds: Readonly<Record<Leak['kind'], string>> = {
  channel: 'имя или номер канала',
  title: 'название канала',
  owner: 'владелец канала',
  post: 'номер поста',
  address: 'адрес поста',
  media: 'адрес картинки',
  member: 'сотрудник редакции',
  reason: 'пометка редакции',
  'too-deeply-encoded': 'слишком глубоко закодированное',
}

const told = ({ code, detail }: { code: DeliveryCode; detail?: string }): string =>
  `${sentences[code]}${detail === undefined || detail === '' ? '' : ` ${isolated(plainLine(detail))}`}`

/** Why a delivery waits or stopped, and what one would send, in Russian. */
export const deliveryWords: Pick<Words['export'], 'reason' | 'run' | 'leaks'> = {
  reason: ({ code, words, detail, last }) => {
    if (code === undefined) return isolated(plainLine(words))
    const why = told({ code, ...(detail === undefined ? {} : { detail }) })
    return last === undefined ? why : `${why} Последняя: ${told(last)}`
  },
  run: ({ edition, approved, does }) =>
    `версия ${edition}, ${approved ? 'как одобрена' : 'если одобрить сейчас'}: ${deeds[does]}`,
  leaks: ({ leaks, searched }) => {
    if (leaks.length === 0) return `внутренних имён не найдено, проверено: ${searched}`
    const found = leaks.map(({ field, kind }) => `${isolated(field)} — ${kinds[kind]}`).join('; ')
    return `отправка остановится: ${found}. Исправьте черновик или разрешите назвать канал`
  },
}

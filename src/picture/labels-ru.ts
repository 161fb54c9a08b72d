import { counterIn } from '../lib/count-words.ts'
import { inLargestUnit, type PictureLabels } from './labels.ts'

const counted = counterIn('ru')
const moreChannels = (count: number) =>
  counted(count, { one: 'ещё # канал', few: 'ещё # канала', other: 'ещё # каналов' })
const units = { minute: 'мин', hour: 'ч', day: 'дн', month: 'мес', year: 'г' } as const

/** The words of a picture in Russian. */
export const russianLabels: PictureLabels = {
  locale: 'ru-RU',
  story: (number) => `Сюжет ${number}`,
  times: (timezone) => `время: ${timezone}`,
  counts: (origins, channels, signals) =>
    [
      counted(origins, {
        one: '# первоисточник',
        few: '# первоисточника',
        other: '# первоисточников',
      }),
      counted(channels, { one: '# канал', few: '# канала', other: '# каналов' }),
      counted(signals, { one: '# пост', few: '# поста', other: '# постов' }),
    ].join(' · '),
  sourcing: {
    'single-source': 'один источник',
    echoed: 'перепечатки',
    corroborated: 'разные источники',
    contested: 'источники расходятся',
    withdrawn: 'отозвано',
  },
  meaning: {
    'single-source': 'Один первоисточник, и передаёт это один канал.',
    echoed: 'Передают несколько каналов, и у всех это из одного первоисточника.',
    corroborated:
      'Об этом говорят первоисточники, которые, насколько видно, не брали друг у друга.',
    contested: 'Первоисточники, которые не брали друг у друга, расходятся в подробности.',
    withdrawn: 'Все первоисточники это удалили или взяли назад.',
  },
  kinds: { forward: 'переслано', copy: 'скопировано', cite: 'со ссылкой', translation: 'перевод' },
  noWords: '(без слов)',
  origin: 'первоисточник',
  withdrawn: 'отозвано',
  edited: 'изменён',
  deleted: 'удалён',
  seemsDeleted: 'похоже, удалён',
  notMonitored: 'не читаем',
  notStored: 'его пост не сохранён',
  elsewhere: 'в другом сюжете',
  timeUnknown: 'время неизвестно',
  severalPosts: 'несколько постов',
  owner: (name) => `владелец: ${name}`,
  moreTakers: (channels, name) => `и ${moreChannels(channels)}: взято у ${name}`,
  moreOthers: (channels, origins) =>
    origins === 0
      ? `и ${moreChannels(channels)}: взято не у этих`
      : `и ${moreChannels(channels)}, первоисточников среди них: ${origins}`,
  moreLinks: (links) =>
    `${counted(links, { one: 'ещё # связь', few: 'ещё # связи', other: 'ещё # связей' })} без линии`,
  gap: (seconds) => {
    const { count, unit } = inLargestUnit(seconds)
    return `${count} ${units[unit]}`
  },
  gapNote: 'время пропущено',
}

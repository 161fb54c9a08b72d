import { plainLine } from '../../lib/terminal-text.ts'
import type { Sourcing } from '../../model/story.ts'
import { isolated } from './isolated.ts'
import type { TellTime, ToldEvent, ToldFlag } from './told.ts'

const named = (name: string) => isolated(plainLine(name))

/** What became of a channel, in Russian. */
export function channelEvent({ kind, channel, detail }: ToldEvent, time: TellTime): string {
  const { now = '', was = '', successor = '', lastAt, usualMinutes } = detail
  switch (kind) {
    case 'moved':
      return `Теперь его имя ${named(`@${now}`)}, раньше было ${named(`@${was}`)}. Его посты по-прежнему хранятся как ${named(channel)}; впишите новое имя в настройки.`
    case 'retitled':
      return `Теперь он называется «${named(now)}», раньше назывался «${named(was)}».`
    case 'replaced':
      return `Его имя теперь у другого канала. Посты того хранятся отдельно, как ${named(successor)}; у ${named(channel)} новых не будет. Решите, какой из двух слушает редакция.`
    case 'private':
      return 'Канал есть, но постов больше не показывает: он стал закрытым или закрыл просмотр.'
    case 'gone':
      return `Канала с таким именем больше нет: он удалён или сменил имя, а новое ${isolated('Telegram')} не сообщает.`
    case 'silent': {
      const last = lastAt === undefined ? '' : ` с ${time.show(lastAt)}`
      const usual =
        usualMinutes === undefined
          ? ''
          : `; половина его пауз короче, чем ${time.lasting(Math.max(1, usualMinutes))}`
      return `Нет постов${last}${usual}. Читать его можно: молчит он сам.`
    }
    case 'back':
      return 'Он снова есть: его посты опять читаются.'
  }
}

/** What changed beneath a stub, in Russian. */
export function flagWords(
  { kind, subject = '' }: ToldFlag,
  sourcing: Readonly<Record<Sourcing, string>>,
  detail: (name: string) => string,
): string {
  const [from, to] = subject
    .split(' ')
    .map((each) => sourcing[each as Sourcing] as string | undefined)
  const change = from === undefined || to === undefined ? '' : `: ${from} → ${to}`
  switch (kind) {
    case 'edited':
      return `${named(subject)}: пост изменён.`
    case 'deleted':
      return `${named(subject)}: пост удалён.`
    case 'sourcing-fell':
      return `Источники стали слабее${change}.`
    case 'sourcing-rose':
      return `Источники стали сильнее${change}.`
    case 'new-origin':
      return `Ещё один первоисточник: ${named(subject)}.`
    case 'conflict':
      return `Первоисточники теперь расходятся: ${detail(subject)}.`
    case 'old-picture':
      return `${named(subject)}: эта картинка уже была под другим сообщением.`
    case 'gone':
      return 'Этого сюжета больше нет: его посты вошли в другой.'
  }
}

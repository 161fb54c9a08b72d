import { questionsOn } from './desk-questions.ts'
import { LocalTelegram } from '../helpers/telegram/local-telegram.ts'
import { growDesk, reader } from './grown-desk.ts'
import { startMeasured } from './measured-desk.ts'
const telegram = await LocalTelegram.start()
const g = await growDesk({
  dir: process.argv[2]!,
  rows: 100000,
  seed: 7,
  apiRoot: telegram.api.url,
  log: () => undefined,
})
const person = telegram.person(reader.id, reader.name)
const desk = startMeasured(g.config, telegram.api.token, g.endAt)
const wait = (ms: number) => new Promise((r) => setTimeout(r, ms))
person.write('/help')
while (telegram.mailbox.rest(reader.id).length === 0) await wait(100)
const qs = questionsOn(g.database, 7).filter((q) => q.name.startsWith('inline'))
for (const q of qs)
  for (let i = 0; i < 8; i++) {
    let word = ''
    const r = await Promise.race([
      q.ask({
        inline: (w: string) => {
          word = w
          return person.inline('tintatrr')
        },
      } as never),
      wait(6000).then(() => 'late'),
    ])
    console.log(q.name, word, r === 'late' ? 'LATE' : 'ok')
    if (r === 'late') {
      const last = telegram.api.callsOf('answerInlineQuery').at(-1)
      console.log(JSON.stringify(last).slice(0, 1500))
      for (const x of (last?.['results'] as any[]) ?? [])
        console.log(x.id, JSON.stringify(x.input_message_content.message_text).slice(0, 200))
      break
    }
  }
await desk.stop()
await telegram.close()

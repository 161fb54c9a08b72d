import { questionsOn } from './desk-questions.ts'
const qs = questionsOn(process.argv[2]!, 7).filter((q) => q.name.startsWith('inline'))
for (const q of qs)
  for (let i = 0; i < 20; i++)
    await q.ask({
      inline: (w: string) => {
        console.log(q.name, JSON.stringify(w))
        return Promise.resolve({})
      },
    } as never)

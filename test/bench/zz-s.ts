import { openArchive } from '../../src/store/archive.ts'
const a = openArchive(process.argv[2]!)
const t = async (n: string, q: object) => {
  for (let i = 0; i < 2; i++) {
    const b = performance.now()
    const r = await a.search.find({ limit: 6, offset: 0, ...q } as never)
    console.log(n, (performance.now() - b).toFixed(0), r.length)
  }
}
await t('the', { words: 'the' })
await t('the he', { words: 'the', lang: 'he' })
await t('the ch499', { words: 'the', channel: 'channel_499' })
await t('fi ch100', { words: 'في', channel: 'channel_100' })
await t('na ch3', { words: 'на', channel: 'channel_3' })
const b = performance.now()
await a.pulse()
console.log('pulse', (performance.now() - b).toFixed(0))
const c = performance.now()
await a.signals.channels()
console.log('channels', (performance.now() - c).toFixed(0))
a.close()

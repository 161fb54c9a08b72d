import { growDesk } from './grown-desk.ts'
const t = performance.now()
console.log(
  await growDesk({
    dir: process.argv[2]!,
    rows: Number(process.argv[3]),
    seed: 7,
    apiRoot: 'http://127.0.0.1:9',
    log: (l) =>
      console.log(
        ((performance.now() - t) / 1000).toFixed(0),
        l,
        Math.round(process.memoryUsage().rss / 1e6),
      ),
  }),
)

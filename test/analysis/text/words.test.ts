import { describe, expect, it } from 'vitest'
import { skeletonOf } from '../../../src/analysis/text/skeleton.ts'
import { stemOf } from '../../../src/analysis/text/stem.ts'
import { fold } from '../../../src/lib/text.ts'

describe('skeletonOf meets a name in other scripts', () => {
  it.each([
    ['Zelensky', 'Зеленский', 'زيلينسكي'],
    ['Kushner', 'Кушнер', 'كوشنر'],
    ['Syzran', 'Сызрань', 'סיזרן'],
    ['Terekhov', 'Терехов', 'טרחוב'],
  ])('%s, %s and %s', (...forms) => {
    const skeletons = forms.map((form) => skeletonOf(fold(form)))
    expect(new Set(skeletons).size).toBe(1)
    expect(skeletons[0]?.length).toBeGreaterThanOrEqual(3)
  })

  it('tells other names apart', () => {
    expect(skeletonOf('kharkiv')).not.toBe(skeletonOf('kherson'))
  })
})

describe('stemOf is the same for forms of one word', () => {
  it.each([
    ['Russian cases', ['больница', 'больницу', 'больнице']],
    ['Ukrainian cases', ['вибухи', 'вибухів']],
    ['English endings', ['explosion', 'explosions']],
    ['the Arabic article and conjunction', ['انفجار', 'الانفجار', 'والانفجار', 'بالانفجار']],
    ['Hebrew one-letter prefixes', ['מסוק', 'המסוק', 'והמסוק', 'במסוק']],
  ])('%s', (_, forms) => {
    expect(new Set(forms.map((form) => stemOf(fold(form)))).size).toBe(1)
  })

  it('leaves figures and short words as they are', () => {
    expect(stemOf('22:40')).toBe('22:40')
    expect(stemOf('год')).toBe('год')
  })
})

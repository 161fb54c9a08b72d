import { expect, it } from 'vitest'
import { createBackground } from '../../../src/analysis/text/background.ts'
import { hashText } from '../../../src/analysis/text/hash.ts'

const read = (tsv: string) => createBackground(tsv, { places: [], ordinary: [] })

it('tells how often a concept stands in reports, and that lands are common', () => {
  const background = read('# concept\tper thousand\nferry\t4.0\nfrance\t9.0\tland\n')
  expect(background('concept', hashText('concept:ferry'))).toEqual({ share: 0.004, least: 0.002 })
  const land = background('concept', hashText('concept:france'))
  expect(land.share).toBeGreaterThan(0.1)
})

it.each(['many', '', '-3', '0', '1001'])('refuses a share of %j, and names its line', (share) => {
  expect(() => read(`# head\nferry\t${share}\n`)).toThrow(/shares\.tsv, line 2: .*restore/)
})

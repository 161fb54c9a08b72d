import { expect, test } from 'vitest'
import { createPlaceNamer } from '../../src/analysis/place-names.ts'
import { createPlaceFinder, type PlaceData } from '../../src/analysis/places.ts'

const data: PlaceData = {
  ordinary: ['reading'],
  places: [
    [1, 'city', 'UA', 50, 'Newtown', 'Newtown', 'Малый', '', '', '', ''],
    [2, 'city', 'UA', 90, 'Newtown', 'Newtown', 'Ньютаун|Ньютоун', 'Ньютаун', '', '', 'ניוטאון'],
    [3, 'city', 'UA', 40, 'Oldtown', 'Oldtown', 'Олдтаун', '', '', '', ''],
    [4, 'city', 'GB', 90, 'Reading', 'Reading', 'Рединг', '', '', '', ''],
  ],
}
const namePlace = createPlaceNamer(data, createPlaceFinder(data))

test('a place is called by the first spelling of the language, and the higher of two that share a name', () => {
  expect(namePlace('Newtown', 'ru', [])).toBe('Ньютаун')
  expect(namePlace('Newtown', 'he', [])).toBe('ניוטאון')
})

test('where a language has no name for it, it is called as one of the texts writes it', () => {
  expect(namePlace('Oldtown', 'he', ['Тихо.', 'В Олдтауне горит склад.'])).toBe('Олдтауне')
  expect(namePlace('Oldtown', 'he', [])).toBeUndefined()
})

test('what is no place, or an ordinary word that looks like one, is left alone', () => {
  expect(namePlace('depot', 'ru', ['depot'])).toBeUndefined()
  expect(namePlace('Reading', 'ru', [])).toBeUndefined()
})

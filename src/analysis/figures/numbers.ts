import type { NumberMention } from '../../model/features.ts'
import { detailOf } from '../conflicts/details.ts'
import { layOut } from './figure-text.ts'

/** Every number of a text with what it counts where the words around it tell, in any of six languages. */
export function readNumbers(text: string): NumberMention[] {
  const laid = layOut(text)
  return laid.figures
    .map((figure, index) => ({ figure, of: detailOf(laid, figure, index) }))
    .filter(({ figure }) => !figure.identifies)
    .map(({ figure, of }) => ({
      value: figure.value,
      ...(of === undefined ? {} : { of }),
      ...(figure.when === undefined ? {} : { when: figure.when }),
      ...(figure.at === undefined ? {} : { at: figure.at }),
      from: laid.words[figure.first]?.from ?? 0,
      to: laid.words[figure.last]?.to ?? 0,
    }))
}

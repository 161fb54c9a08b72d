import { outletName } from '../../desk/compose/outlet-name.ts'
import type { Asking } from '../context.ts'
import { foreign, type Rich } from '../rich.ts'

/** An origin by the name the desk knows it by; internal. */
export function nameOrigin(origin: string, { channels }: Pick<Asking['desk'], 'channels'>): Rich {
  if (origin.startsWith('out:')) return foreign(outletName(origin.slice(4)))
  if (!origin.startsWith('ch:')) return foreign(origin.slice(4))
  const { id, title } = channels.get(origin.slice(3))
  return foreign(title === id ? id : `${title} (${id})`)
}

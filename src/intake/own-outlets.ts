import { createOutletBook, deskOutlet, type Outlet } from '../analysis/citations/outlets.ts'
import { loadOutlets } from '../config/gazetteer.ts'
import type { Config } from '../config/schema.ts'
import { parseUrl } from '../lib/url.ts'

/** The outlets that the configuration adds, and the desk itself, by whose names posts may cite it. */
export function configuredOutlets({ outlets, desk }: Pick<Config, 'outlets' | 'desk'>): Outlet[] {
  const { name, byline, site, handles } = desk
  const host = site === undefined ? undefined : parseUrl(site)?.hostname
  const names = [...new Set([name, byline].flatMap(withoutArticle))]
  return [
    ...outlets.map(({ id, ...outlet }) => ({ slug: id, ...outlet })),
    {
      slug: deskOutlet,
      names: names.filter((each) => each.includes(' ')),
      words: names.filter((each) => !each.includes(' ')),
      handles,
      domains: host === undefined ? [] : [host.replace(/^www\./, '')],
    },
  ]
}

/** Every outlet that a stub may have to name: those of the gazetteer and of the configuration, merged. */
export async function knownOutlets(
  config: Pick<Config, 'outlets' | 'desk'>,
): Promise<readonly Outlet[]> {
  const { outlets } = (await loadOutlets()) as { outlets: readonly Outlet[] }
  return createOutletBook([...outlets, ...configuredOutlets(config)]).outlets
}

/** "The Courier" is cited as "Courier" too; a short word may mean anything. */
function withoutArticle(name: string): string[] {
  const bare = name.replace(/^the\s+/i, '')
  return bare === name || bare.length < 6 ? [name] : [name, bare]
}

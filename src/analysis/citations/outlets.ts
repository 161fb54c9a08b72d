import { fold } from '../../lib/text.ts'

/** A news outlet or agency as `data/gazetteer/outlets.json` and the desk's config name it. */
export interface Outlet {
  /** Its usual English name in lower-case letters and digits; origins are called by it. */
  slug: string
  /** In every language it is cited in. */
  names: readonly string[]
  /** Names that are ordinary words too: they need quotes, a word such as "agency", or a strong cue. */
  words?: readonly string[]
  /** Telegram and X names without the "@". */
  handles?: readonly string[]
  /** Sites its articles stand on; subdomains are included. */
  domains?: readonly string[]
}

/** The slug of the desk itself: what ends at `out:desk` is its own news come back. */
export const deskOutlet = 'desk'

/** Finds outlets by handle, site or exact name. */
export interface OutletBook {
  outlets: readonly Outlet[]
  byHandle(handle: string): string | undefined
  byHost(host: string): string | undefined
  byName(name: string): string | undefined
}

/** Merges outlets of one slug, so that a desk adds names or handles without repeating the rest. */
export function createOutletBook(outlets: readonly Outlet[]): OutletBook {
  const merged = mergeBySlug(outlets)
  const handles = new Map<string, string>()
  const hosts = new Map<string, string>()
  const names = new Map<string, string>()
  for (const { slug, ...outlet } of merged) {
    for (const handle of outlet.handles ?? []) handles.set(handle.toLowerCase(), slug)
    for (const domain of outlet.domains ?? []) hosts.set(domain.toLowerCase(), slug)
    for (const name of [...outlet.names, ...(outlet.words ?? [])]) names.set(fold(name), slug)
  }
  return {
    outlets: merged,
    byHandle: (handle) => handles.get(handle.toLowerCase()),
    byHost: (host) => findHost(hosts, host.toLowerCase()),
    byName: (name) => names.get(fold(name)),
  }
}

function mergeBySlug(outlets: readonly Outlet[]): Outlet[] {
  const bySlug = new Map<string, Outlet>()
  for (const outlet of outlets) {
    const known = bySlug.get(outlet.slug)
    bySlug.set(outlet.slug, known === undefined ? outlet : merge(known, outlet))
  }
  return Array.from(bySlug.values())
}

function merge(a: Outlet, b: Outlet): Outlet {
  return {
    slug: a.slug,
    names: [...a.names, ...b.names],
    words: [...(a.words ?? []), ...(b.words ?? [])],
    handles: [...(a.handles ?? []), ...(b.handles ?? [])],
    domains: [...(a.domains ?? []), ...(b.domains ?? [])],
  }
}

function findHost(hosts: ReadonlyMap<string, string>, host: string): string | undefined {
  for (let rest = host; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
    const slug = hosts.get(rest)
    if (slug !== undefined) return slug
  }
  return undefined
}

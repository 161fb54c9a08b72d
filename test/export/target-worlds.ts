import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createHmac } from 'node:crypto'
import type { TargetConfig } from '../../src/config/export-target.ts'
import { createTarget } from '../../src/export/targets/create-targets.ts'
import type { Target } from '../../src/export/targets/target.ts'
import { listening } from '../helpers/delivery-desk.ts'
import { GhostServer } from '../helpers/ghost-server.ts'
import { HostileServer, json, type Taken } from '../helpers/hostile.ts'
import { tempFolder } from '../helpers/temp-archive.ts'
import { WordPressServer } from '../helpers/wordpress-server.ts'

/** A target with what it delivers to, as a person there sees it. */
export interface World {
  target: Target
  /** Titles of what stands there, one for each copy of the dispatch; a withdrawn one is none. */
  titles: () => string[]
  /** Everything that ever reached it: bytes, headers, names of files. */
  traffic: () => string
  /** Set where it is reached by HTTP. */
  server?: HostileServer
  /** The same with a secret that is wrong. */
  locked?: Target
  /** The same with another address or clock, where it is reached by HTTP. */
  remade?: (change: { address?: string; clock?: () => Date }) => Target
  /** The same with another folder, where it is one. */
  moved?: (folder: string) => Target
  /** What a person can do there, where Intake can see it. */
  person?: {
    edit: () => void
    remove: () => void
    publish?: () => void
    trash?: () => void
  }
  /** Nothing there is published but by a person. */
  publishedByUs: () => boolean
}

const clock = () => new Date()
const mapping = { beats: {}, topics: {}, forms: {} }

const addressOf = ({ address }: { address?: string }) => (address === undefined ? {} : { address })

const told = ({ method, url, headers, body }: Taken) =>
  `${method} ${decodeURIComponent(url.href)} ${JSON.stringify(headers)} ${body}`

const trafficOf = (server: HostileServer) => () => server.taken.map(told).join('\n')

async function wordpress(): Promise<World> {
  const server = await listening(new WordPressServer())
  const config: TargetConfig = {
    name: 'site',
    kind: 'wordpress',
    address: server.url,
    user: server.user,
    mapping: { beats: { Statecraft: 2 }, topics: { Political: 3 }, forms: { Dispatch: 7 } },
  }
  const ours = () => server.standing()[0]?.id ?? 0
  return {
    server,
    target: createTarget(config, server.secret, clock),
    locked: createTarget(config, 'none of them all here', clock),
    remade: (change) =>
      createTarget({ ...config, ...addressOf(change) }, server.secret, change.clock ?? clock),
    titles: () => server.standing().map(({ title }) => title),
    traffic: trafficOf(server),
    person: {
      edit: () => {
        server.touch(ours(), { content: '<p>As the editor has it.</p>' })
      },
      remove: () => {
        server.posts.clear()
      },
      publish: () => {
        server.touch(ours(), { status: 'publish' })
      },
      trash: () => {
        const { slug = '' } = server.posts.get(ours()) ?? {}
        server.touch(ours(), { status: 'trash', slug: `${slug}__trashed` })
      },
    },
    publishedByUs: () => server.taken.some(({ body }) => /"status":"(?!draft")/.test(body)),
  }
}

async function ghost(): Promise<World> {
  const server = await listening(new GhostServer())
  const config: TargetConfig = {
    name: 'site',
    kind: 'ghost',
    address: server.url,
    mapping: { beats: { Statecraft: 'statecraft' }, topics: { Political: 'political' }, forms: {} },
  }
  const ours = () => server.posts.keys().next().value ?? ''
  return {
    server,
    target: createTarget(config, server.key, clock),
    locked: createTarget(config, `${server.keyId}:${'b2'.repeat(32)}`, clock),
    remade: (change) =>
      createTarget({ ...config, ...addressOf(change) }, server.key, change.clock ?? clock),
    titles: () => [...server.posts.values()].map(({ title }) => title),
    traffic: trafficOf(server),
    person: {
      edit: () => {
        server.touch(ours(), { html: '<p>As the editor has it.</p>' })
      },
      remove: () => {
        server.posts.clear()
      },
      publish: () => {
        server.touch(ours(), { status: 'published' })
      },
    },
    publishedByUs: () => server.taken.some(({ body }) => /"status":"(?!draft")/.test(body)),
  }
}

/** As the reference implementations of Standard Webhooks have it. */
const toleranceSeconds = 300

/** Keeps messages by their id, as Standard Webhooks asks of who takes them. */
async function webhook(): Promise<World> {
  const secret = `whsec_${Buffer.from('a secret of twenty-four b').toString('base64')}`
  const seen = new Map<string, { type: string; title: string; edition: number }>()
  const server = await listening(
    new HostileServer(({ method, headers, body }) => {
      if (method === 'OPTIONS') return { status: 204 }
      const id = String(headers['webhook-id'])
      const signed = `${id}.${String(headers['webhook-timestamp'])}.${body}`
      const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
      const expected = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
      if (headers['webhook-signature'] !== expected) return json(401, { error: 'signature' })
      const ageSeconds = Date.now() / 1000 - Number(headers['webhook-timestamp'])
      if (Math.abs(ageSeconds) > toleranceSeconds) return json(400, { error: 'timestamp' })
      const { type, data } = JSON.parse(body) as {
        type: string
        data: { edition: number; headline: string }
      }
      seen.set(id, { type, title: data.headline, edition: data.edition })
      return { status: 204 }
    }),
  )
  const config: TargetConfig = { name: 'site', kind: 'webhook', address: `${server.url}/hook` }
  const last = () => [...seen.values()].sort((a, b) => b.edition - a.edition)[0]
  return {
    server,
    target: createTarget(config, secret, clock),
    locked: createTarget(config, `whsec_${Buffer.alloc(24, 7).toString('base64')}`, clock),
    remade: (change) =>
      createTarget({ ...config, ...addressOf(change) }, secret, change.clock ?? clock),
    titles: () => {
      const standing = last()
      return standing === undefined || standing.type === 'dispatch.killed' ? [] : [standing.title]
    },
    traffic: trafficOf(server),
    publishedByUs: () => false,
  }
}

interface Item {
  guid: string
  version: string
  headline: string
  pubstatus: string
}

const itemTitles = (items: readonly Item[]): string[] => {
  const byGuid = new Map<string, Item>()
  for (const item of items) {
    if (Number(item.version) >= Number(byGuid.get(item.guid)?.version ?? 0))
      byGuid.set(item.guid, item)
  }
  return [...byGuid.values()]
    .filter(({ pubstatus }) => pubstatus !== 'canceled')
    .map(({ headline }) => headline)
}

/** Keeps items by guid and version, as Superdesk's ingest does. */
async function superdeskPush(): Promise<World> {
  const secret = 'a secret of the ingest'
  const items: Item[] = []
  const server = await listening(
    new HostileServer(({ method, headers, body }) => {
      if (method === 'OPTIONS') return { status: 204 }
      const expected = `sha1=${createHmac('sha1', secret).update(body).digest('hex')}`
      if (headers['x-superdesk-signature'] !== expected) return json(401, { error: 'signature' })
      items.push(JSON.parse(body) as Item)
      return json(201, {})
    }),
  )
  const config: TargetConfig = { name: 'site', kind: 'superdesk', address: server.url, mapping }
  return {
    server,
    target: createTarget(config, secret, clock),
    locked: createTarget(config, 'another', clock),
    remade: (change) =>
      createTarget({ ...config, ...addressOf(change) }, secret, change.clock ?? clock),
    titles: () => itemTitles(items),
    traffic: trafficOf(server),
    publishedByUs: () => items.some(({ pubstatus }) => pubstatus === 'usable'),
  }
}

function filesOf(folder: string): [string, string][] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name)
      return [file, readFileSync(file, 'utf8')]
    })
}

const trafficIn = (folder: string) => () =>
  filesOf(folder)
    .map((pair) => pair.join('\n'))
    .join('\n')

function superdeskFolder(): Promise<World> {
  const folder = path.join(tempFolder(), 'ingest')
  mkdirSync(folder)
  const config: TargetConfig = { name: 'site', kind: 'superdesk', folder, mapping }
  const items = () => filesOf(folder).map(([, text]) => JSON.parse(text) as Item)
  return Promise.resolve({
    target: createTarget(config, '', clock),
    moved: (elsewhere) => createTarget({ ...config, folder: elsewhere }, '', clock),
    titles: () => itemTitles(items()),
    traffic: trafficIn(folder),
    publishedByUs: () => items().some(({ pubstatus }) => pubstatus === 'usable'),
  })
}

function folder(): Promise<World> {
  const root = path.join(tempFolder(), 'dispatches')
  const config: TargetConfig = { name: 'site', kind: 'folder', folder: root }
  const jsons = () => filesOf(root).filter(([file]) => file.endsWith('dispatch.json'))
  return Promise.resolve({
    target: createTarget(config, '', clock),
    moved: (elsewhere) => createTarget({ ...config, folder: elsewhere }, '', clock),
    titles: () =>
      jsons()
        .map(([, text]) => JSON.parse(text) as { headline: string; kind?: string; status?: string })
        .filter(({ kind }) => kind !== 'kill')
        .map(({ headline }) => headline),
    traffic: trafficIn(root),
    person: {
      edit: () => {
        for (const [file] of filesOf(root))
          writeFileSync(file, '{"headline":"As the editor has it."}')
      },
      remove: () => {
        rmSync(root, { recursive: true })
      },
    },
    publishedByUs: () => false,
  })
}

/** Every kind of target there is. */
export const worlds = {
  folder,
  wordpress,
  ghost,
  'superdesk folder': superdeskFolder,
  'superdesk push': superdeskPush,
  webhook,
} as const satisfies Record<string, () => Promise<World>>

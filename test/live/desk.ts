import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { App } from '../../src/app/app.ts'
import { createApp } from '../../src/app/create-app.ts'
import { targetSecretName } from '../../src/config/secrets.ts'
import { loadConfig } from '../../src/config/load.ts'
import type { AskedAct } from '../../src/desk/review/permit.ts'
import { createLogger } from '../../src/lib/logger.ts'
import type { Member } from '../../src/model/desk.ts'
import { makeProject, type Project } from '../helpers/project.ts'

const chief: Member = { id: 7, name: 'Dana', role: 'chief', from: 'config' }

/** Posts of two stories; the channels' names may not leave the desk. */
const posts = [
  {
    channel: 'canary_alpha',
    title: 'Canary Alpha Live',
    id: 1,
    minute: 0,
    text: 'An explosion hit the fuel depot north of Kherson overnight; firefighters say 12 people were wounded and the road is closed.',
  },
  {
    channel: 'canary_beta',
    title: 'Канарейка Бета',
    id: 7,
    minute: 5,
    text: 'An explosion hit the fuel depot north of Kherson overnight; firefighters say 12 people were wounded and the road is closed.',
  },
  {
    channel: 'canary_alpha',
    title: 'Canary Alpha Live',
    id: 2,
    minute: 20,
    text: 'Police in Haifa arrested four suspects on Tuesday in a raid on a warehouse of stolen medicines, the ministry of justice said.',
  },
  {
    channel: 'canary_beta',
    title: 'Канарейка Бета',
    id: 8,
    minute: 25,
    text: 'Police in Haifa arrested four suspects on Tuesday in a raid on a warehouse of stolen medicines, the ministry of justice said.',
  },
]

export const canaries = [
  'canary_alpha',
  'canary_beta',
  'Canary Alpha Live',
  'Канарейка Бета',
  'alpha/1',
]

/** A desk of its own with one target and two stubs, at work in this process or as the daemon. */
export class LiveDesk {
  readonly project: Project
  stubs: readonly number[] = []

  private constructor(project: Project) {
    this.project = project
  }

  static async open(target: string, secret: { name: string; value: string }): Promise<LiveDesk> {
    const project = await makeProject((yaml) =>
      yaml.replace(/^ {2}targets: \[\]$/m, `  targets:\n    - ${target}`),
    )
    writeFileSync(
      path.join(project.root, '.env'),
      `${targetSecretName(secret.name)}="${secret.value}"\n`,
    )
    const desk = new LiveDesk(project)
    await desk.work(async (app) => {
      const body = posts
        .map(({ minute, ...post }) =>
          JSON.stringify({ ...post, at: `2026-07-10T10:${String(minute).padStart(2, '0')}:00Z` }),
        )
        .join('\n')
      const receivedAt = '2026-07-10T12:00:00Z'
      await app.ingest({ payload: { source: 'file:live', kind: 'jsonl', receivedAt, body } })
      for await (const { signals } of app.analyst.run()) if (signals < 0) break
      const stories = await app.archive.analysis.wire({ limit: 10 })
      desk.stubs = stories.map(({ story }) => story).sort((a, b) => a - b)
    })
    return desk
  }

  /** Opens the desk, does something with it, and closes it. */
  async work<T>(use: (app: App) => Promise<T>): Promise<T> {
    const { config, secrets } = loadConfig(this.project.config, {})
    const logger = createLogger({
      level: 'silent',
      format: 'lines',
      secrets: [],
      write: () => undefined,
    })
    const app = await createApp(config, secrets, {
      logger,
      clock: () => new Date(),
      holder: 'a test',
    })
    try {
      return await use(app)
    } finally {
      app.close()
    }
  }

  /** Reviews, submits and approves a stub. */
  async approve(stub: number): Promise<void> {
    await this.work(async (app) => {
      const story = await app.archive.analysis.story(stub)
      for (const signal of story?.signals ?? [])
        await act(app, stub, { kind: 'review', signal, verdict: 'reviewed' })
      await act(app, stub, { kind: 'submit' })
      await act(app, stub, { kind: 'approve' })
    })
  }

  /** Corrects the headline and approves it anew. */
  async correct(stub: number, headline: string): Promise<void> {
    await this.work(async (app) => {
      await act(app, stub, { kind: 'correct', reason: 'The figure was wrong.' })
      await act(app, stub, { kind: 'edit', field: 'headline', text: headline })
      await act(app, stub, { kind: 'approve' })
    })
  }

  async kill(stub: number): Promise<void> {
    await this.work((app) => act(app, stub, { kind: 'kill', reason: 'It was an old picture.' }))
  }

  /** Delivers what is due, and answers how the deliveries of the stub stand, newest first. */
  async deliver(stub: number): Promise<string[]> {
    await this.work((app) => app.deliverer.run())
    return this.states(stub)
  }

  states(stub: number): Promise<string[]> {
    return this.work(async ({ archive }) =>
      (await archive.outgoing.list({ stub })).map(({ state, reason }) =>
        reason === undefined ? state : `${state} ${reason.code}`,
      ),
    )
  }
}

async function act({ reviewDesk }: App, stub: number, asked: AskedAct): Promise<void> {
  const open = await reviewDesk.open(stub)
  const base = { head: open?.record.head ?? 0, version: open?.stub.version ?? 0 }
  const outcome = await reviewDesk.act(stub, asked, chief, base)
  if (outcome.kind !== 'done')
    throw new Error(`${asked.kind}: ${JSON.stringify(outcome).slice(0, 300)}`)
}

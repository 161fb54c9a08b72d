import type { Outgoing, OutgoingState } from '../../model/outgoing.ts'
import type { Command } from '../command.ts'
import type { Asking } from '../context.ts'
import { noteAct } from '../note-act.ts'
import { bold, foreign, lines, link, nothing, rich, type Rich } from '../rich.ts'
import { type Reply, rows, say } from '../screen.ts'
import { showDryRun } from '../review/dry-run.ts'
import { readStory } from './story.ts'

const mostShown = 12

const signs: Readonly<Record<OutgoingState, string>> = {
  queued: '⏳',
  sending: '⏳',
  done: '✓',
  stopped: '✋',
  superseded: '·',
  recalled: '·',
}

export const exportCommand: Command = {
  name: 'export',
  role: 'editor',
  run: (asking, args) => {
    const stub = readStory(args)
    return stub !== undefined && /\bdry\b/i.test(args)
      ? showDryRun(asking, stub)
      : showDeliveries(asking, stub)
  },
}

/** What goes to the CMS: what stopped first, with what a person can do about it. */
export async function showDeliveries(asking: Asking, stub: number | undefined): Promise<Reply> {
  const { desk, words } = asking
  const of = stub === undefined ? {} : { stub }
  const [stopped, latest] = await Promise.all([
    desk.archive.outgoing.list({ ...of, states: ['stopped'], limit: mostShown }),
    desk.archive.outgoing.list({ ...of, limit: mostShown }),
  ])
  const shown = [...stopped, ...latest.filter(({ state }) => state !== 'stopped')].slice(
    0,
    mostShown,
  )
  if (shown.length === 0) {
    const hasTarget = desk.config.export.targets.length > 0
    return say(rich`${hasTarget ? words.export.none : words.export.noTarget}`)
  }
  return say(
    lines([
      bold(words.export.title),
      ...shown.flatMap((outgoing) => [nothing, deliveryLines(outgoing, asking)]),
    ]),
    rows([
      stopped.length === 0
        ? undefined
        : {
            label: words.export.resume,
            action: { do: 'resume', ...(stub === undefined ? {} : { story: stub }) },
          },
      stub === undefined
        ? undefined
        : { label: words.export.dryRun, action: { do: 'dry-run', story: stub } },
    ]),
  )
}

/** Has what stopped tried again, for one stub or for all. */
export async function resumeDeliveries(asking: Asking, stub: number | undefined): Promise<Reply> {
  const resumed = await asking.desk.archive.outgoing.resume(stub === undefined ? {} : { stub })
  if (resumed.length > 0) {
    const of = stub === undefined ? {} : { of: stub }
    await noteAct(asking, { kind: 'send-on', deliveries: resumed.length, ...of })
  }
  asking.desk.wakeDelivery()
  return say(rich`${asking.words.export.resumed(resumed.length)}`)
}

function deliveryLines(
  { stub, target, state, edition, url, reason, createdAt }: Outgoing,
  { words, time }: Asking,
): Rich {
  const where = link(foreign(target), url)
  return lines([
    rich`${signs[state]} ${bold(`#${stub}`)} ${words.arrow} ${where} · ${words.export.states[state]} · ${time.show(createdAt)}${edition > 1 ? ` · ${edition}` : ''}`,
    reason === undefined ? undefined : rich`${words.export.reason(reason)}`,
  ])
}

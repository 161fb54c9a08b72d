import { z } from 'zod'

const story = z.int().nonnegative()
const offset = z.int().nonnegative().default(0)
/** The screen that it was asked from, and leads back to; the story's where none is given. */
const from = z.literal('card').optional()
const base = z.object({ head: z.int(), version: z.int() })

/** What a member asks to be done to a stub; `desk/permit.ts` judges it. */
const asked = z.looseObject({ kind: z.string() })

/** What a button does. What an older version stored and this one doesn't know is a stale button. */
export const actionSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('wire'), hours: z.number(), sourcing: z.string().optional(), offset }),
  z.object({ do: z.literal('story'), story }),
  z.object({ do: z.literal('signals'), story, offset }),
  z.object({ do: z.literal('tree'), story }),
  z.object({ do: z.literal('search'), query: z.string(), offset }),
  z.object({ do: z.literal('channels'), offset }),
  z.object({ do: z.literal('drafts'), offset }),
  z.object({ do: z.literal('stub'), story }),
  z.object({ do: z.literal('card'), story }),
  /** The signals of a stub one by one, to be reviewed. */
  z.object({ do: z.literal('review'), story, offset }),
  /** The parts of a stub that can be edited, or named, or marked. */
  z.object({ do: z.literal('parts'), story, of: z.enum(['edit', 'state', 'sourcing']) }),
  z.object({ do: z.literal('act'), story, asked, base }),
  /** Asks for the words that the act still lacks, as a reply. */
  z.object({ do: z.literal('ask'), story, asked, base, question: z.string() }),
  z.object({ do: z.literal('preview'), story, as: z.enum(['page', 'public']) }),
  /** How a stub stands in its targets. */
  z.object({ do: z.literal('deliveries'), story }),
  z.object({ do: z.literal('dry-run'), story }),
  z.object({ do: z.literal('resume'), story: story.optional() }),
  z.object({ do: z.literal('watch'), story, kind: z.enum(['story', 'corroboration']) }),
  z.object({ do: z.literal('unwatch'), watch: z.int() }),
  z.object({ do: z.literal('language'), language: z.enum(['en', 'he', 'ru']) }),
  z.object({ do: z.literal('pair'), story, other: story, from }),
  z.object({
    do: z.literal('decide'),
    kind: z.enum(['join', 'part']),
    story,
    other: story,
    signals: z.tuple([z.string(), z.string()]),
    from,
  }),
  z.object({ do: z.literal('withdraw'), decision: z.int(), story }),
  /** Takes back one act of the member, by its number in the log. */
  z.object({ do: z.literal('undo'), act: z.int() }),
  z.object({ do: z.literal('help') }),
])

export type Action = z.infer<typeof actionSchema>
export type ActionOf<Do extends Action['do']> = Extract<Action, { do: Do }>

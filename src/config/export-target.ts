import { z } from 'zod'
import { webAddress } from './fields.ts'

const name = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,39}$/,
    'is not a target’s name (expected 1–40 small letters, digits or "-", a letter first)',
  )

const terms = z.record(z.string().trim().min(1), z.int().positive()).default({})
const slugs = z.record(z.string().trim().min(1), z.string().trim().min(1).max(190)).default({})
const codes = z.record(z.string().trim().min(1), z.string().trim().min(1).max(190)).default({})

const folder = z.strictObject({
  name,
  kind: z.literal('folder'),
  /** Relative to the project folder. */
  folder: z.string().min(1),
})

const wordpress = z.strictObject({
  name,
  kind: z.literal('wordpress'),
  /** Of the site. */
  address: webAddress,
  user: z.string().trim().min(1),
  /** Ids of categories; of tags for forms. */
  mapping: z.strictObject({ beats: terms, topics: terms, forms: terms }).prefault({}),
})

const ghost = z.strictObject({
  name,
  kind: z.literal('ghost'),
  address: webAddress,
  /** Slugs of tags. */
  mapping: z.strictObject({ beats: slugs, topics: slugs, forms: slugs }).prefault({}),
})

const superdesk = z
  .strictObject({
    name,
    kind: z.literal('superdesk'),
    /** Watched by Superdesk's ingest, relative to the project folder. */
    folder: z.string().min(1).optional(),
    /** Takes items by POST. */
    address: webAddress.optional(),
    /** Codes of subjects; of genres for forms. */
    mapping: z.strictObject({ beats: codes, topics: codes, forms: codes }).prefault({}),
  })
  .refine(({ folder: path, address }) => (path === undefined) !== (address === undefined), {
    error: 'needs either folder or address (expected one of them)',
  })

const webhook = z.strictObject({ name, kind: z.literal('webhook'), address: webAddress })

/** One place that approved dispatches are delivered to. Its secret stands in the environment. */
export const exportTarget = z.discriminatedUnion('kind', [
  folder,
  wordpress,
  ghost,
  superdesk,
  webhook,
])

export type TargetConfig = z.infer<typeof exportTarget>

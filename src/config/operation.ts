import { z } from 'zod'
import { cron } from './fields.ts'

const days = z.int().min(1).max(36_500)

/** How the desk is kept running: what is told of it, its backups, and what is let go for its age. */
export const operation = z.strictObject({
  /** Health and metrics; off unless it is given. */
  http: z
    .strictObject({
      host: z.string().min(1).default('127.0.0.1'),
      port: z.int().min(0).max(65_535),
    })
    .optional(),
  /** Off unless it is given. */
  backup: z
    .strictObject({
      folder: z.string().min(1).default('data/backups'),
      schedule: cron.default('10 3 * * *'),
      keep: z.int().min(1).max(1000).default(7),
    })
    .optional(),
  upkeep: cron.default('40 3 * * *'),
  /** Kept for ever where they are left out. */
  keepTextDays: days.optional(),
  keepPayloadDays: days.optional(),
  /** What is known of polls that changed nothing. */
  keepPollDays: days.default(30),
  /** Warned of when less is free, beside the room that a copy of the database takes; 1,024 are a night of a busy desk. */
  leastFreeMegabytes: z.int().min(0).max(10_000_000).default(1024),
})

export const network = z.strictObject({
  /** Whether pages and feeds may stand on this machine or its own network. */
  allowPrivate: z.boolean().default(false),
})

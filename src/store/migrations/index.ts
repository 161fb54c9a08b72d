import { first } from './001-first.ts'

/** In order; entry n leads to schema version n + 1. Entries are only ever appended. */
export const migrations: readonly string[] = [first]

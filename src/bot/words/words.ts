import type { en } from './en.ts'

/** One catalogue of everything the bot says; every language has the same keys. */
export type Words = typeof en

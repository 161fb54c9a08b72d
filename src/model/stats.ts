import type { Rejection } from './delivery.ts'
import type { Sourcing } from './story.ts'

export interface QuarantineEntry extends Rejection {
  quarantine: number
  journal: number
  source: string
  at: string
}

export interface Stats {
  signals: number
  revisions: number
  deleted: number
  links: Record<string, number>
  stories: Record<Sourcing, number>
  stubs: Record<string, number>
  quarantined: Record<string, number>
  /** By what became of them. */
  pictures: Record<string, number>
  journal: { entries: number; pending: number; bytes: number }
  channels: readonly { channel: string; title: string; signals: number; lastAt: string }[]
  sources: readonly SourceState[]
  databaseBytes: number
}

/** How a source's last polls went. */
export interface SourceState {
  source: string
  lastPollAt?: string
  lastSuccessAt?: string
  failures: number
  lastError?: string
}

export interface StatsStore {
  read(): Promise<Stats>
  quarantined(limit: number): Promise<readonly QuarantineEntry[]>
  recordPoll(source: string, at: string, error?: string): Promise<void>
}

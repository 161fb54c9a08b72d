import type { Edition } from '../../model/desk.ts'
import type { DeliveryCode, DeliveryReason } from '../../model/outgoing.ts'
import type { PublicDispatch } from '../public.ts'

/** An edition in its public version, on its way. */
export interface Version {
  dispatch: string
  edition: number
  kind: Edition['kind']
  /** The same for all editions of a dispatch, so that it can be looked up before anything is known of it. */
  slug: string
  /** When the first edition was approved. */
  firstAt: string
  content: PublicDispatch
}

/** Every text of a version that would leave the desk for a target, by the name of its field. */
export interface Parcel {
  dispatch: string
  edition: number
  kind: Edition['kind']
  slug: string
  fields: Readonly<Record<string, string>>
}

/** A dispatch as it stands in a target now. */
export interface Standing {
  /** The target's own id of it. */
  remote: string
  /** `hidden`: it is there, and this account may not read it. */
  state: 'draft' | 'published' | 'trashed' | 'hidden'
  url?: string
  /** The target's own mark of its last change. */
  marker?: string
  /** Named as the parcel's; fields that the target doesn't show are left out. */
  fields: Readonly<Record<string, string>>
}

/** What a target is asked for by: its own id where it is known. */
export interface Sought {
  dispatch: string
  slug: string
  remote?: string
}

/** `retry`: it may pass by itself. `refused`: it stays until a person acts. */
export type Answer<T> =
  | { kind: 'done'; value: T }
  | { kind: 'retry'; reason: DeliveryReason; afterSeconds?: number }
  | { kind: 'refused'; reason: DeliveryReason }

/** One request or file as it would leave. What proves who sends it (passwords, signatures) is left out. */
export interface Leaving {
  /** `POST https://…`, or the path of a file. */
  to: string
  headers: Readonly<Record<string, string>>
  body: string
}

/** One thing that `check` looked at: right, doubtful, or wrong. */
export interface Finding {
  level: 'ok' | 'doubt' | 'wrong'
  words: string
}

/**
 * A place that dispatches are delivered to. None may publish there. Whatever is expected to go wrong is an
 * answer; only faults of this program throw.
 */
export interface Target {
  readonly name: string
  readonly kind: string
  /** What stands there can be read; one that can't be is sent to under an id by which it tells repeats. */
  readonly reads: boolean
  /** A kill puts its notice in the place of the dispatch; elsewhere the dispatch goes, and nothing comes. */
  readonly keepsNotice: boolean
  /** Proves address, credentials, role and mapping; writes nothing. */
  check(signal?: AbortSignal): Promise<readonly Finding[]>
  /** What would leave, or why it can't. No input or output. */
  pack(version: Version): Answer<Parcel>
  /**
   * The requests or files by which the parcel would leave, where `standing` is what stands there now, if
   * anything. No input or output.
   */
  preview(parcel: Parcel, standing: Standing | undefined): readonly Leaving[]
  /** All there is of the dispatch, lowest id first: a repeated request may have made it twice. */
  find(sought: Sought, signal?: AbortSignal): Promise<Answer<readonly Standing[]>>
  create(parcel: Parcel, signal?: AbortSignal): Promise<Answer<{ remote: string }>>
  /** Called only for what nobody touched; brings back what was withdrawn. */
  update(
    standing: Standing,
    parcel: Parcel,
    signal?: AbortSignal,
  ): Promise<Answer<{ remote: string }>>
  withdraw(
    standing: Standing,
    parcel: Parcel,
    signal?: AbortSignal,
  ): Promise<Answer<{ remote: string }>>
}

export const done = <T>(value: T): Answer<T> => ({ kind: 'done', value })

export const refused = (
  code: DeliveryCode,
  words: string,
  detail?: string,
): Extract<Answer<never>, { kind: 'refused' }> => ({
  kind: 'refused',
  reason: { code, words, ...(detail === undefined ? {} : { detail }) },
})

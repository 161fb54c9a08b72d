import type { Answer } from './target.ts'
import { refused } from './target.ts'

const certificate =
  /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS|ERR_SSL|EPROTO|HOSTNAME_MISMATCH)/

/** Why no answer came; `timeoutMs` when it was waited for in vain. Names what the platform calls the fault, never its message. */
export function explainNetworkFault(
  item: string,
  cause: unknown,
  timeoutMs: number | undefined,
): Exclude<Answer<never>, { kind: 'done' }> {
  const code = codeOf(cause)
  if (timeoutMs === undefined && certificate.test(code)) {
    return refused(
      'tls',
      `${item} can't be trusted (${code}): its certificate is wrong or has expired; have it renewed, then resume`,
      code,
    )
  }
  const why =
    timeoutMs === undefined
      ? `can't be reached (${code})`
      : `did not answer within ${timeoutMs / 1000} s`
  return {
    kind: 'retry',
    reason: {
      code: 'unreachable',
      words: `${item} ${why}; it is tried again`,
      ...(timeoutMs === undefined && { detail: code }),
    },
  }
}

/** `ENOTFOUND`, `ECONNRESET`, …: the innermost. */
function codeOf(error: unknown): string {
  let code = 'no connection'
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') code = at.code
  }
  return code
}

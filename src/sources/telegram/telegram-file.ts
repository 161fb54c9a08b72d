import type { PictureAnswer } from '../../model/picture.ts'
import { fetchBytes, type FetchLimits } from '../fetch-bytes.ts'
import { BotClient } from './telegram-bot-client.ts'

export interface TelegramFileOptions {
  token: string
  apiRoot: string
}

const slackMs = 20_000

/** Fetches files that the Bot API gives by name only. The address holds the token, and is in no message. */
export function createTelegramFiles({ token, apiRoot }: TelegramFileOptions) {
  const client = new BotClient({ token, apiRoot, allowedUpdates: [], slackMs })
  return async (file: string, limits: FetchLimits): Promise<PictureAnswer> => {
    const answer = await client.getFile(file, limits.signal)
    if ('fault' in answer) {
      const { kind, message: reason, retryAfterSeconds } = answer.fault
      if (kind === 'refused') return { kind: 'none', reason }
      return {
        kind: 'later',
        reason,
        ...(retryAfterSeconds !== undefined && { afterSeconds: retryAfterSeconds }),
      }
    }
    const url = `${apiRoot.replace(/\/$/, '')}/file/bot${token}/${answer.value}`
    // The root is the desk's own choice, a server of its own on this machine among others.
    return fetchBytes(url, { ...limits, allowPrivate: true })
  }
}

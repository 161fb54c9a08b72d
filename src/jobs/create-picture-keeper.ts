import type { Config, Secrets } from '../config/schema.ts'
import { PictureFiles } from '../intake/pictures/picture-files.ts'
import { sourceFaults } from '../lib/source-faults.ts'
import type { PictureAnswer } from '../model/picture.ts'
import { fetchBytes } from '../sources/fetch-bytes.ts'
import { createTelegramFiles } from '../sources/telegram/telegram-file.ts'
import { PictureKeeper, type PictureKeeperDeps } from './picture-keeper.ts'

const handle = 'file:'

/** What looks at photos, as the configuration says; undefined where it says that none are looked at. */
export function createPictureKeeper(
  { pictures, paths, network, bot }: Config,
  { botToken }: Secrets,
  deps: Pick<PictureKeeperDeps, 'pictures' | 'clock' | 'logger' | 'onReturn'>,
): PictureKeeper | undefined {
  if (!pictures.fetch) return undefined
  const files =
    botToken === undefined
      ? undefined
      : createTelegramFiles({ token: botToken, apiRoot: bot.apiRoot })
  const fetch = (address: string, signal: AbortSignal): Promise<PictureAnswer> => {
    const limits = {
      maxBytes: pictures.maxMegabytes * 1_000_000,
      allowPrivate: network.allowPrivate,
      signal,
    }
    if (!address.startsWith(handle)) return fetchBytes(address, limits)
    if (files !== undefined) return files(address.slice(handle.length), limits)
    return Promise.resolve({ kind: 'none', reason: sourceFaults.say('pictureOfBot') })
  }
  return new PictureKeeper({
    ...deps,
    fetch,
    ...(pictures.keepDays !== undefined && { files: new PictureFiles(paths.pictures) }),
  })
}

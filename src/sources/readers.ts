import type { PayloadKind, Reader } from '../model/delivery.ts'
import { readFeed } from './feed/feed-reader.ts'
import { readJsonLines } from './file/jsonl.ts'
import { readTelegramDesktop } from './telegram/telegram-desktop.ts'
import { readTelegramPreview } from './telegram/telegram-preview-reader.ts'
import { readTelegramUpdate } from './telegram/telegram-update.ts'
import { readTelethon } from './telegram/telethon.ts'

/** The reader of each kind of payload. */
export const readers: Readonly<Record<PayloadKind, Reader>> = {
  'telegram-update': readTelegramUpdate,
  'telegram-preview': readTelegramPreview,
  feed: readFeed,
  jsonl: readJsonLines,
  'telegram-desktop': readTelegramDesktop,
  telethon: readTelethon,
}

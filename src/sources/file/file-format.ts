import type { PayloadKind } from '../../model/delivery.ts'
import { JsonScanner } from './json-scanner.ts'
import { sourceFaults } from '../../lib/source-faults.ts'

/** How a file is read: line by line, or as one document. */
export interface FileFormat {
  kind: Extract<PayloadKind, 'jsonl' | 'telegram-desktop' | 'telethon'>
  shape: 'lines' | 'document'
  /** Numeric id of the channel of the first Telethon row. */
  peer?: string
  /** An export of a whole account, with many chats. */
  account?: true
}

/** Bytes from the beginning of a file that tell its format. */
export const headBytes = 65_536

const signatures: readonly (readonly [RegExp, string])[] = [
  [/^\x1f\x8b/, sourceFaults.say('gzip')],
  [/^PK\x03\x04/, sourceFaults.say('zip')],
  [/^(\xff\xfe|\xfe\xff)/, sourceFaults.say('utf16')],
  [/^SQLite format 3\0/, sourceFaults.say('database')],
  [/^\s*<!?[a-z]/i, sourceFaults.say('markup')],
]

/** Recognises a file's format from its content; a string says why it is none that can be read. */
export function detectFileFormat(head: Buffer): FileFormat | string {
  const latin = head.subarray(0, 64).toString('latin1')
  const signature = signatures.find(([pattern]) => pattern.test(latin))
  if (signature) return signature[1]
  const text = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (/^\[\s*(\{|$)/.test(text)) {
    const scanner = new JsonScanner()
    scanner.push(text)
    return {
      ...describeRow(scanner.take()[0]?.raw ?? scanner.unfinished() ?? ''),
      shape: 'document',
    }
  }
  const lines = text.split('\n').map((line) => line.trim())
  if (isDesktopExport(lines[0] ?? '', text)) {
    const account = /^\{\s*"(about|personal_information|chats)"/.test(text)
    return { kind: 'telegram-desktop', shape: 'document', ...(account && { account }) }
  }

  const row = lines.find((line) => line.startsWith('{'))
  if (row !== undefined) return { ...describeRow(row), shape: 'lines' }
  return sourceFaults.say('noRows')
}

// Telegram Desktop spreads the document over lines; other programs may have put it on one.
function isDesktopExport(firstLine: string, text: string): boolean {
  if (/^\{$/.test(firstLine)) return true
  const list = /^\{\s*"(about|name|type|id|messages|chats|personal_information)"\s*:/.test(text)
  return list && /"(messages|chats)"\s*:\s*[[{]/.test(firstLine)
}

function describeRow(raw: string): Omit<FileFormat, 'shape'> {
  const telethon = /"_"\s*:\s*"Message(Service|Empty)?"/.test(raw) || /"peer_id"\s*:\s*\{/.test(raw)
  if (!telethon) return { kind: 'jsonl' }
  const peer = /"peer_id"\s*:\s*\{[^{}]*"channel_id"\s*:\s*(\d+)/.exec(raw)?.[1]
  return { kind: 'telethon', ...(peer !== undefined && { peer }) }
}

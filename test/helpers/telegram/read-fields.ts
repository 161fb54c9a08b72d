import type { IncomingMessage } from 'node:http'
import type { Fields } from './types.ts'

/** A file that came with a call. */
export interface Uploaded {
  name: string
  bytes: Uint8Array
}

/** The fields of a call, sent as JSON or, where files come with them, as a form. */
export async function readFields(request: IncomingMessage): Promise<Fields> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  const [, boundary] = /^multipart\/form-data; boundary=(\S+)/.exec(type) ?? []
  if (boundary !== undefined) return readForm(body, boundary)
  return body.length === 0 ? {} : (JSON.parse(body.toString()) as Fields)
}

const headEnd = '\r\n\r\n'

function readForm(body: Buffer, boundary: string): Fields {
  const fields: Fields = {}
  // Latin-1 keeps every byte as one character.
  for (const part of body.toString('latin1').split(`--${boundary}`)) {
    const [, name, file] = /name="([^"]*)"(?:; filename="([^"]*)")?/.exec(part) ?? []
    if (name === undefined) continue
    const start = part.indexOf(headEnd) + headEnd.length
    const bytes = Buffer.from(part.slice(start, part.lastIndexOf('\r\n')), 'latin1')
    fields[name] =
      file === undefined
        ? bytes.toString()
        : { name: Buffer.from(file, 'latin1').toString(), bytes: new Uint8Array(bytes) }
  }
  return fields
}

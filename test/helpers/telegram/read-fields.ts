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
  if (type.startsWith('multipart/form-data')) return readForm(body, type)
  return body.length === 0 ? {} : (JSON.parse(body.toString()) as Fields)
}

async function readForm(body: Buffer, type: string): Promise<Fields> {
  const form = await new Response(body, { headers: { 'content-type': type } }).formData()
  const fields: Fields = {}
  for (const [key, value] of form.entries()) {
    fields[key] =
      typeof value === 'string'
        ? value
        : { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) }
  }
  return fields
}

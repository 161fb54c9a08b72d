import { lookup, type LookupAddress, type LookupAllOptions } from 'node:dns'
import { request as plain, type IncomingMessage } from 'node:http'
import { request as secure } from 'node:https'
import type { LookupFunction } from 'node:net'
import { pipeline, Readable, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { isPrivateAddress } from './private-address.ts'
import { isPrivateHost } from './url.ts'

/** The host, or the address that its name leads to, is of a private network. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError'
}

export interface ExchangeOptions {
  headers: Readonly<Record<string, string>>
  signal: AbortSignal
  allowPrivate: boolean
}

/** More headers than this are refused: Node's own limit, said here so that nobody raises it by a flag. */
const maxHeaderBytes = 16_384

/**
 * Sends one GET and answers as soon as the headers are there. The address is looked at after its name was
 * resolved, in the look-up that the connection itself uses, so that a name can't change between the two.
 */
export function sendGet(url: URL, options: ExchangeOptions): Promise<IncomingMessage> {
  const { hostname } = url
  if (!options.allowPrivate && (isPrivateHost(hostname) || isPrivateAddress(hostname)))
    return Promise.reject(new PrivateAddressError(hostname))
  return sendOnce(url, options)
}

function sendOnce(url: URL, options: ExchangeOptions, again = false): Promise<IncomingMessage> {
  const { headers, signal, allowPrivate } = options
  return new Promise((answer, refuse) => {
    const send = url.protocol === 'https:' ? secure : plain
    const request = send(
      url,
      {
        signal,
        headers: { 'accept-encoding': 'gzip, deflate, br', ...headers },
        maxHeaderSize: maxHeaderBytes,
        ...(allowPrivate ? {} : { lookup: publicLookup() }),
      },
      answer,
    )
    request.once('error', (error) => {
      // The server may close a kept connection just as it is used again: that says nothing of the server.
      if (request.reusedSocket && !again && !signal.aborted)
        sendOnce(url, options, true).then(answer, refuse)
      else refuse(error)
    })
    request.end()
  })
}

type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  done: (error: Error | null, addresses?: readonly LookupAddress[]) => void,
) => void

/** A look-up that answers public addresses only; one private address among them refuses the name. */
export const publicLookup =
  (resolve: Resolve = lookup): LookupFunction =>
  (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses = []) => {
      const [first] = addresses
      if (error !== null || first === undefined) {
        done(error ?? new Error(`${hostname} has no address`), '')
      } else if (addresses.some(({ address }) => isPrivateAddress(address))) {
        done(new PrivateAddressError(hostname), '')
      } else if (options.all === true) done(null, [...addresses])
      else done(null, first.address, first.family)
    })
  }

type Body = AsyncIterable<Uint8Array>

/** By content coding, from the first byte of the body. */
const decoders: Readonly<Record<string, (first: number | undefined) => Transform>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  // Some servers leave out the zlib header that RFC 9110 asks for.
  deflate: (first = 0) => ((first & 0x0f) === zlibMethod ? createInflate() : createInflateRaw()),
  br: () => createBrotliDecompress(),
}

/** The body after decompression, chunk by chunk: who stops reading stops what would still be unpacked. */
export function decodedBody(response: IncomingMessage): Body {
  const decode = decoders[(response.headers['content-encoding'] ?? '').trim().toLowerCase()]
  return decode === undefined ? response : unpack(response, decode)
}

async function* unpack(body: Body, decode: (first: number | undefined) => Transform): Body {
  const chunks = body[Symbol.asyncIterator]()
  const first = await chunks.next()
  // An answer 304 names the coding that the body would have.
  if (first.done === true) return
  const whole = async function* () {
    yield first.value
    yield* { [Symbol.asyncIterator]: () => chunks }
  }
  const decoder = decode(first.value[0])
  pipeline(Readable.from(whole()), decoder, () => undefined)
  yield* decoder as Body
}

/** The low half of a zlib stream's first byte (RFC 1950); no raw deflate stream in use begins so. */
const zlibMethod = 8

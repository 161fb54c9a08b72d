import { createHmac } from 'node:crypto'

/** The parts of an Admin API key `id:secret`; undefined where it is none. */
export function readGhostKey(key: string): { id: string; secret: Buffer } | undefined {
  const [, id, secret] = /^([\da-f]{24}):((?:[\da-f]{2}){16,64})$/i.exec(key.trim()) ?? []
  return id === undefined || secret === undefined
    ? undefined
    : { id, secret: Buffer.from(secret, 'hex') }
}

/** Ghost takes tokens of at most 5 minutes. */
const lifeSeconds = 240

/** A JSON Web Token (HS256) as Ghost's Admin API wants it. */
export function signGhostToken(
  { id, secret }: { id: string; secret: Buffer },
  nowMs: number,
): string {
  const iat = Math.floor(nowMs / 1000)
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const head = encode({ alg: 'HS256', typ: 'JWT', kid: id })
  const claims = encode({ iat, exp: iat + lifeSeconds, aud: '/admin/' })
  const signature = createHmac('sha256', secret).update(`${head}.${claims}`).digest('base64url')
  return `${head}.${claims}.${signature}`
}

import { createHmac } from 'node:crypto'

/** The bytes of a `whsec_…` secret (Standard Webhooks); undefined where it is none. */
export function readWebhookSecret(secret: string): Buffer | undefined {
  const [, base64] = /^whsec_([\w+/-]{24,}={0,2})$/.exec(secret.trim()) ?? []
  return base64 === undefined ? undefined : Buffer.from(base64, 'base64')
}

/** The three headers of a signed message, as https://www.standardwebhooks.com has them. */
export function signWebhook(
  { id, body, at }: { id: string; body: string; at: Date },
  key: Buffer,
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  }
}

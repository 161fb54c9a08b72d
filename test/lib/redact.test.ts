import { describe, expect, it } from 'vitest'
import { redactError, redactor } from '../../src/lib/redact.ts'

const token = '123456789:AAE-abcdefghijklmnopqrstuvwxyz12345'
const redact = redactor(['hunter22'])

describe('redactor', () => {
  it.each([
    ['the password is hunter22, hunter22!', 'the password is [secret], [secret]!'],
    [`https://api.telegram.org/bot${token}/getMe`, 'https://api.telegram.org/bot[secret]/getMe'],
    ['https://desk:pass@example.org/feed', 'https://[secret]@example.org/feed'],
    ['16:45 local time, 12 drones', '16:45 local time, 12 drones'],
  ])('makes %j into %j', (text, clean) => {
    expect(redact(text)).toBe(clean)
  })

  it.each([
    ['as it is', (secret: string) => secret],
    ['within JSON', (secret: string) => JSON.stringify({ password: secret })],
    ['within JSON within JSON', (secret: string) => JSON.stringify(JSON.stringify([secret]))],
    ['in an address', (secret: string) => `https://cms.example/?key=${encodeURIComponent(secret)}`],
  ])('blanks a secret of any letters %s', (_title, put) => {
    const secret = 'pa"ss \\wörd/1+1'
    const clean = redactor([secret])(put(secret))
    expect(clean).toContain('[secret]')
    expect(clean.replace(/password|https/g, '')).not.toMatch(/ss|rd/)
  })

  it('leaves texts alone that hold a secret too short to be one', () => {
    expect(redactor(['a', ''])('a banana')).toBe('a banana')
  })
})

describe('redactError', () => {
  it('cleans message, stack, name and every cause, and keeps what tells the fault', () => {
    const cause = new TypeError(`no answer from /bot${token}/getMe`)
    const clean = redactError(new RangeError('hunter22 is wrong', { cause }), redact)
    expect(clean).toMatchObject({ name: 'RangeError', message: '[secret] is wrong' })
    expect(clean.cause).toMatchObject({
      name: 'TypeError',
      message: 'no answer from /bot[secret]/getMe',
    })
    expect(clean.stack).toContain('redact.test.ts')
    expect([clean.stack, (clean.cause as Error).stack].join()).not.toMatch(/hunter22|AAE-/)
  })

  it('leaves behind what else hangs on a fault', () => {
    const fault = Object.assign(new Error('refused'), { request: { token } })
    expect(redactError(fault, redact)).not.toHaveProperty('request')
  })

  it('makes an error of whatever else was thrown', () => {
    expect(redactError('hunter22', redact)).toMatchObject({ message: '[secret]' })
  })

  it('comes to an end where causes go round', () => {
    const fault = new Error('first')
    fault.cause = fault
    expect(redactError(fault, redact).message).toBe('first')
  })
})

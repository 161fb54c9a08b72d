import { describe, expect, test } from 'vitest'
import { createLogger, type LoggerOptions } from '../../src/lib/logger.ts'
import { IntakeError } from '../../src/model/errors.ts'

const token = '123456789:AAE-abcdefghijklmnopqrstuvwxyz12345'

function logged(overrides: Partial<LoggerOptions>) {
  const lines: string[] = []
  const logger = createLogger({
    level: 'info',
    format: 'json',
    secrets: [],
    write: (line) => lines.push(line),
    timezone: 'Asia/Jerusalem',
    ...overrides,
  })
  return { logger, lines }
}

describe('logger', () => {
  test('writes one JSON object a line with level, time and fields', () => {
    const { logger, lines } = logged({})
    logger.info({ source: 'feed:x' }, 'polled')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'info',
      source: 'feed:x',
      msg: 'polled',
      time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
    })
  })

  test('writes a readable line with the local time and no braces', () => {
    const { logger, lines } = logged({ format: 'lines' })
    logger.warn({ source: 'feed:x' }, 'feed:x cannot be read\n  now')
    expect(lines).toEqual([
      expect.stringMatching(/^\d\d:\d\d:\d\d {2}! feed:x cannot be read now\n$/),
    ])
  })

  test('lets nothing that a stranger wrote move the cursor, and keeps columns', () => {
    const { logger, lines } = logged({ format: 'lines' })
    logger.info('echoed   \u001b[2Jboo\u009b1m')
    expect(lines[0]).toMatch(/echoed {3} \[2Jboo 1m\n$/)
  })

  test.each(['json', 'lines'] as const)(
    'gives a fault one line without its stack (%s)',
    (format) => {
      const { logger, lines } = logged({ format })
      const cause = new Error('connect ECONNREFUSED')
      logger.error({ err: new IntakeError('x', 'The poll failed.', { cause }) }, 'poll')
      expect(lines).toHaveLength(1)
      expect(lines[0]).toContain('The poll failed.')
      expect(lines[0]).not.toContain('    at ')
    },
  )

  test('adds the stack at level debug', () => {
    const { logger, lines } = logged({ level: 'debug', format: 'lines' })
    logger.error({ err: new Error('odd') }, 'poll')
    expect(lines[0]).toContain('    at ')
  })

  test.each([
    ['a configured secret', 'the password is hunter22!', 'hunter22'],
    ['a bot token in a URL', `https://api.telegram.org/bot${token}/getUpdates`, token],
    ['a password in a URL', 'https://desk:hunter22@example.org/feed', 'hunter22'],
  ])('never writes %s, in the message, a field or an error', (_, text, secret) => {
    const { logger, lines } = logged({ secrets: ['hunter22'], level: 'debug' })
    logger.info({ url: text, err: new Error(text, { cause: new Error(text) }) }, text)
    expect(lines[0]).toContain('[secret]')
    expect(lines[0]).not.toContain(secret)
  })
})

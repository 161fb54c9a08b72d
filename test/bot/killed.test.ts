import { expect, test } from 'vitest'
import { runBotKills } from '../bench/bot-kills.ts'
import { openDeskInTelegram } from '../helpers/desk-in-telegram.ts'

const longMs = 180_000

test.each([
  ['polling', 'polls'],
  ['posted to by a webhook', 'webhook'],
] as const)(
  'killed as it answers, %s, it loses no update, tells nothing twice, and all its buttons live',
  async (_, takes) => {
    const figures = await runBotKills(2, { seed: 5, takes })
    expect(figures).toMatchObject({
      kills: 2,
      unanswered: 0,
      editsLost: 0,
      editsDoubled: 0,
      pressesUnanswered: 0,
      postsLost: 0,
      alertsDoubled: 0,
      deadButtons: 0,
    })
    for (const asked of [figures.questions, figures.edits, figures.presses])
      expect(asked).toBeGreaterThanOrEqual(2)
    expect(figures.buttons).toBeGreaterThan(0)
  },
  longMs,
)

test(
  'told to stop while Telegram makes it wait, it ends in time and answers after the next start',
  async () => {
    const desk = await openDeskInTelegram()
    const { telegram, reader, other } = desk
    await reader.ask('/start')
    telegram.api.script(
      'sendMessage',
      { status: 429, description: 'Too Many Requests', retryAfter: 60 },
      'silence',
    )
    reader.write('/explain nowhere/1 nowhere/2')
    other.write('/explain nowhere/3 nowhere/4')
    await expect
      .poll(() => telegram.api.callsOf('sendMessage').length, { timeout: 10_000 })
      .toBeGreaterThanOrEqual(3)
    const askedAtMs = performance.now()
    await desk.stop()
    expect(performance.now() - askedAtMs).toBeLessThan(10_000)
    expect(desk.log()).toContain('everything that came in is stored')
    desk.restart()
    expect((await reader.hear()).text).toContain('nowhere/1')
    expect((await other.hear()).text).toContain('nowhere/3')
  },
  longMs,
)

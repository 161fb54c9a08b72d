import { expect, onTestFinished, test } from 'vitest'
import { runBotKills } from '../bench/bot-kills.ts'
import { DeskProcess } from '../helpers/desk-process.ts'

const longMs = 180_000

test(
  'killed as it answers, it loses no update, tells nothing twice, and all its buttons live',
  async () => {
    const figures = await runBotKills(2, 5)
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
    expect(figures.questions).toBeGreaterThan(0)
    expect(figures.buttons).toBeGreaterThan(0)
  },
  longMs,
)

test(
  'told to stop while Telegram makes it wait, it ends in time and answers after the next start',
  async () => {
    const desk = await DeskProcess.open()
    onTestFinished(() => desk.close())
    const { telegram } = desk
    const reader = telegram.person(201, 'Yael')
    desk.start()
    await desk.listening()
    await reader.ask('/start')
    telegram.api.script(
      'sendMessage',
      { status: 429, description: 'Too Many Requests', retryAfter: 60 },
      'silence',
    )
    reader.write('/explain nowhere/1 nowhere/2')
    telegram.person(202, 'Dana').write('/explain nowhere/3 nowhere/4')
    await expect
      .poll(() => telegram.api.callsOf('sendMessage').length, { timeout: 10_000 })
      .toBeGreaterThanOrEqual(3)
    const askedAtMs = performance.now()
    desk.kill('SIGTERM')
    expect(await desk.ended).toBe(0)
    expect(performance.now() - askedAtMs).toBeLessThan(10_000)
    expect(desk.log).toContain('everything that came in is stored')
    desk.start()
    await desk.listening()
    expect((await reader.hear()).text).toContain('nowhere/1')
    expect((await telegram.mailbox.next(202)).text).toContain('nowhere/3')
  },
  longMs,
)

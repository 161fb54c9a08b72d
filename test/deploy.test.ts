import { execFileSync, spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const unit = 'deploy/intake.service'
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0

// Both need systemd on the machine, and none that runs.
test.skipIf(!hasSystemd)('the unit has no line that systemd does not know', () => {
  const { stderr, status } = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' })
  // A machine without the programs or the user that a unit names is told so; that is not the unit's fault.
  const faults = stderr
    .split('\n')
    .filter((line) => line.includes('intake.service') && !line.includes('is not executable'))
  expect(faults).toEqual([])
  expect(status === 0 || stderr.includes('is not executable')).toBe(true)
})

test.skipIf(!hasSystemd)('the unit leaves little to attack', () => {
  const args = ['security', '--offline=true', '--threshold=20', '--no-pager', unit]
  const said = execFileSync('systemd-analyze', args, { encoding: 'utf8' })
  const exposure = Number(/Overall exposure level for \S+: ([\d.]+)/.exec(said)?.[1])
  expect(exposure).toBeLessThanOrEqual(2)
})

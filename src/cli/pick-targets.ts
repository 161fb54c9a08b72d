import type { Target } from '../export/targets/target.ts'
import { IntakeError } from '../model/errors.ts'

export const noTarget =
  'There is no target in the config: export.targets in config/intake.yaml says how to add one.'

/** The targets of the config, or the one of that name. Throws IntakeError where there is none. */
export function pickTargets(
  targets: readonly Target[],
  name: string | undefined,
): readonly Target[] {
  if (targets.length === 0) {
    throw new IntakeError('no-target', noTarget)
  }
  if (name === undefined) return targets
  const found = targets.filter((target) => target.name === name)
  if (found.length > 0) return found
  const names = targets.map((target) => target.name).join(', ')
  throw new IntakeError(
    'unknown-target',
    `There is no target "${name}" in the config (there are: ${names}).`,
  )
}

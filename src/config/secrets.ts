import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { ConfigError } from './config-error.ts'
import type { Secrets } from './schema.ts'

/**
 * Secrets from the environment, else from the first `.env` that is there: in the project folder, then in
 * the working directory. An empty value is none.
 */
export function readSecrets(root: string, environment: NodeJS.ProcessEnv): Secrets {
  const merged = { ...readDotenv([root, process.cwd()]), ...withoutEmpty(environment) }
  const botToken = merged['TELEGRAM_BOT_TOKEN']?.trim()
  const webhookSecret = merged['TELEGRAM_WEBHOOK_SECRET']?.trim()
  const targets = Object.fromEntries(
    Object.entries(merged).flatMap(([name, value = '']) =>
      targetSecret.test(name) && value.trim() !== '' ? [[name, value.trim()]] : [],
    ),
  )
  return {
    ...(botToken === undefined || botToken === '' ? {} : { botToken }),
    ...(webhookSecret === undefined || webhookSecret === '' ? {} : { webhookSecret }),
    ...(Object.keys(targets).length === 0 ? {} : { targets }),
  }
}

const targetSecret = /^INTAKE_TARGET_[A-Z0-9_]+_SECRET$/

/** The variable that holds a target's password or key: `INTAKE_TARGET_MY_SITE_SECRET` for `my-site`. */
export const targetSecretName = (target: string) =>
  `INTAKE_TARGET_${target.toUpperCase().replaceAll('-', '_')}_SECRET`

/** Every secret, for what must never show one. */
export const secretValues = ({ botToken, webhookSecret, targets = {} }: Secrets): string[] => [
  ...(botToken === undefined ? [] : [botToken]),
  ...(webhookSecret === undefined ? [] : [webhookSecret]),
  ...Object.values(targets),
]

const withoutEmpty = (environment: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))

function readDotenv(folders: readonly string[]): NodeJS.Dict<string> {
  for (const folder of folders) {
    const file = path.join(folder, '.env')
    try {
      return parseEnv(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
    } catch (error) {
      if (isMissing(error)) continue
      const message = 'cannot be read; give this user read access to it, or take it away'
      throw new ConfigError(file, [{ line: undefined, path: '', message }], { cause: error })
    }
  }
  return {}
}

const isMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

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
  return botToken === undefined || botToken === '' ? {} : { botToken }
}

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

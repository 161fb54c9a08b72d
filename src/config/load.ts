import { readFileSync, statSync } from 'node:fs'
import { redactor } from '../lib/redact.ts'
import { findClashes } from './clashes.ts'
import { ConfigError, type ConfigProblem } from './config-error.ts'
import { writePath } from './config-path.ts'
import { explainIssue } from './explain-issue.ts'
import { projectRoot, resolvePaths } from './resolve-paths.ts'
import { type Config, configSchema, type Secrets } from './schema.ts'
import { findSecretLeaks } from './secret-leaks.ts'
import { readSecrets } from './secrets.ts'
import { readYaml, type YamlFile } from './yaml-file.ts'

const maxBytes = 4 * 1024 * 1024

export interface LoadedConfig {
  /** Every path in it is absolute. */
  config: Config
  secrets: Secrets
  /** The project folder, from which relative paths start. */
  root: string
}

/**
 * Reads and checks a config file. Relative paths in it start at the parent of the `config/` folder that
 * holds it, else at its own folder. Throws ConfigError with everything that is wrong, each with its line.
 */
export function loadConfig(
  file: string,
  environment: NodeJS.ProcessEnv = process.env,
): LoadedConfig {
  const root = projectRoot(file)
  const config = checkConfig(file, readText(file))
  return { config: resolvePaths(config, root), secrets: readSecrets(root, environment), root }
}

/** Checks the text of a config file; `file` is its name in the messages. Paths stay as written. */
export function checkConfig(file: string, text: string): Config {
  const yaml = readYaml(text)
  if (!yaml.sound) throw new ConfigError(file, tidy(yaml.problems))
  if (yaml.data === null || yaml.data === undefined) {
    throw refusal(file, 'is empty (expected at least the keys desk and channels)')
  }
  const checked = configSchema.safeParse(yaml.data)
  const problems = [
    ...yaml.problems,
    ...(checked.error?.issues ?? []).flatMap((issue) => explainIssue(issue, yaml)),
    ...clashProblems(yaml),
    ...leakProblems(yaml),
  ]
  if (problems.length > 0 || !checked.success) throw new ConfigError(file, tidy(problems))
  return checked.data
}

const clashProblems = (yaml: YamlFile): ConfigProblem[] =>
  findClashes(yaml.data).map(({ path, message }) => ({
    line: yaml.lineOf(path),
    path: writePath(path),
    message,
  }))

const leakProblems = (yaml: YamlFile): ConfigProblem[] =>
  findSecretLeaks(yaml.data).map(({ path, kind }) => ({
    line: yaml.lineOf(path),
    path: writePath(path),
    message: leakWords[kind],
  }))

const leakWords = {
  'bot-token':
    'holds what looks like a bot token: move it into .env as TELEGRAM_BOT_TOKEN, and if this file was shared, have @BotFather issue a new one',
  'target-secret':
    'holds what looks like a password or key: move it into .env as INTAKE_TARGET_<NAME>_SECRET, and if this file was shared, have a new one issued',
} as const

/** In the order of the file, and without a secret that a message may have quoted. */
function tidy(problems: readonly ConfigProblem[]): ConfigProblem[] {
  const redact = redactor([])
  return problems
    .map((problem) => ({ ...problem, message: redact(problem.message) }))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
}

function readText(file: string): string {
  try {
    const { size } = statSync(file)
    if (size > maxBytes) throw refusal(file, `has ${size} bytes (expected at most ${maxBytes})`)
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof ConfigError) throw error
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    throw refusal(file, unreadable[String(code)] ?? 'cannot be read', error)
  }
}

const unreadable: Readonly<Record<string, string>> = {
  ENOENT:
    'is not there; run in the project folder, or name the file with --config PATH (the shipped one is config/intake.yaml)',
  EISDIR: 'is a folder; name the file in it, such as config/intake.yaml',
  EACCES: 'may not be read by this user; give read access to it',
}

const refusal = (file: string, message: string, cause?: unknown) =>
  new ConfigError(file, [{ line: undefined, path: '', message }], { cause })

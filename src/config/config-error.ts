import { IntakeError } from '../model/errors.ts'

/** One thing wrong in a config file. `path` is written as in `channels[3].source.address`; empty for the whole file. */
export interface ConfigProblem {
  /** Undefined where no line can be named, as of a file that is missing. */
  line: number | undefined
  path: string
  message: string
}

/** Everything that is wrong with a configuration, in one answer. Code `config-invalid`. */
export class ConfigError extends IntakeError {
  readonly problems: readonly ConfigProblem[]

  constructor(file: string, problems: readonly ConfigProblem[], options?: ErrorOptions) {
    const lines = problems.map((problem) => writeProblem(file, problem))
    const count = problems.length === 1 ? '' : `${problems.length} problems in ${file}:\n`
    super('config-invalid', count + lines.join('\n'), options)
    this.name = 'ConfigError'
    this.problems = problems
  }
}

function writeProblem(file: string, { line, path, message }: ConfigProblem): string {
  const place = line === undefined ? file : `${file}:${line}`
  return path === '' ? `${place}: ${message}` : `${place}: ${path}: ${message}`
}

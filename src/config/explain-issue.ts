import type { z } from 'zod'
import type { ConfigProblem } from './config-error.ts'
import { type ConfigPath, valueAt, writePath } from './config-path.ts'
import { explainUnknownKey } from './known-keys.ts'
import { nearest } from './nearest.ts'
import type { YamlFile } from './yaml-file.ts'

type Issue = z.core.$ZodIssue

/** Turns one finding of the schema into problems a person can act on, each with its line. */
export function explainIssue(issue: Issue, file: YamlFile): ConfigProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: file.lineOfKey(issue.path, key),
      path: writePath(issue.path),
      message: explainUnknownKey(file.data, issue.path, key),
    }))
  }
  const message = explain(issue, file.data, issue.path)
  return [{ line: file.lineOf(issue.path), path: writePath(issue.path), message }]
}

function explain(issue: Issue, data: unknown, path: ConfigPath): string {
  const value = valueAt(data, path)
  if (value === undefined) return `is missing (expected ${expectation(issue)})`
  if (value === null && expects(issue, 'object')) {
    return 'is empty (expected keys under it; leave it out altogether to take its defaults)'
  }
  if (issue.code === 'too_small' && sizeOf(value) === 0) {
    return `is empty (expected ${expectation(issue)})`
  }
  const given = show(value)
  if (isOwnWording(issue)) return `${given} ${issue.message}`
  switch (issue.code) {
    case 'invalid_value':
    case 'invalid_union':
      return `${given} is not one of the choices${hint(issue, value)} (expected ${expectation(issue)})`
    case 'too_small':
    case 'too_big':
      return `${given} is out of bounds (expected ${expectation(issue)})`
    default:
      return `is ${given} (expected ${expectation(issue)})`
  }
}

const expects = (issue: Issue, kind: string) =>
  issue.code === 'invalid_type' && issue.expected === kind

const sizeOf = (value: unknown) =>
  Array.isArray(value) ? value.length : typeof value === 'string' ? value.trim().length : undefined

/** Messages of `fields.ts` start with a verb; zod's own start with a capital letter. */
const isOwnWording = ({ message }: Issue) => /^[a-z]/.test(message)

function hint(issue: Issue, value: unknown): string {
  if (typeof value !== 'string') return ''
  const meant = nearest(value, choices(issue))
  return meant === undefined ? '' : `; did you mean "${meant}"?`
}

function choices(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String)
  if (issue.code === 'invalid_union' && 'options' in issue) return (issue.options ?? []).map(String)
  return []
}

const nouns: Readonly<Record<string, string>> = {
  string: 'a text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return nouns[issue.expected] ?? issue.expected
    case 'too_small':
      return bound(issue.origin, 'at least', Number(issue.minimum), issue.inclusive)
    case 'too_big':
      return bound(issue.origin, 'at most', Number(issue.maximum), issue.inclusive)
    default:
      return choices(issue).join(', ') || 'a value'
  }
}

function bound(
  origin: string,
  side: string,
  limit: number,
  inclusive: boolean | undefined,
): string {
  const units: Readonly<Record<string, string>> = { string: ' characters', array: ' entries' }
  if (origin === 'string' && limit === 1) return 'a text that is not empty'
  if (origin === 'array' && limit === 1) return 'at least one entry'
  return `${inclusive === false ? side.replace('at least', 'more than') : side} ${limit}${units[origin] ?? ''}`
}

function show(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a group of keys'
  const written = JSON.stringify(value)
  return written.length > 60 ? `${written.slice(0, 59)}…` : written
}

import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type YAMLMap,
} from 'yaml'
import type { ConfigProblem } from './config-error.ts'
import type { ConfigPath } from './config-path.ts'

/** A YAML text, its data and where each part of it stands. */
export interface YamlFile {
  data: unknown
  problems: readonly ConfigProblem[]
  /** False after a syntax error: what `data` holds then is not what was meant. */
  sound: boolean
  /** Line of the value at a path, or of the nearest part around it that is there. */
  lineOf(path: ConfigPath): number
  /** Line of a key in the map at a path. */
  lineOfKey(path: ConfigPath, key: string): number
}

/** Reads YAML 1.2; syntax errors and duplicate keys become problems, never throws. */
export function readYaml(text: string): YamlFile {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  })
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line)
  const problems = document.errors.map((error) => ({
    line: lineAt(error.pos[0]),
    path: '',
    message: explain(error, text),
  }))
  const { data, fault } = toData(document)
  return {
    data,
    problems: fault === undefined ? problems : [...problems, fault],
    sound: fault === undefined && document.errors.every(({ code }) => code === 'DUPLICATE_KEY'),
    lineOf: (path) => lineAt(offsetOf(document, path)),
    lineOfKey: (path, key) =>
      lineAt(keyOffset(nodeAt(document, path), key) ?? offsetOf(document, path)),
  }
}

type ParseFault = Pick<Document.Parsed['errors'][number], 'code' | 'message' | 'pos'>

function explain({ code, message, pos }: ParseFault, text: string): string {
  if (code === 'MULTIPLE_DOCS') return 'starts a second document with "---" (expected one)'
  if (code !== 'DUPLICATE_KEY') {
    return `is not YAML here: ${message} (check the indentation, the colons and the quotes)`
  }
  const key = JSON.stringify(wordAt(text, pos[0]))
  return `the key ${key} is given twice (expected once; the second would hide the first)`
}

/** Aliases that multiply beyond reason are refused by the parser only when the data is made. */
function toData(document: Document.Parsed): { data?: unknown; fault?: ConfigProblem } {
  try {
    return { data: document.toJS({ maxAliasCount: 50 }) as unknown }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { fault: { line: undefined, path: '', message: `cannot be read: ${message}` } }
  }
}

const wordAt = (text: string, offset: number) =>
  /^[^\s:]*/.exec(text.slice(offset, offset + 80))?.[0] ?? ''

function nodeAt(document: Document.Parsed, path: ConfigPath): unknown {
  let node: unknown = document.contents
  for (const part of path) node = childOf(document, node, part)
  return isAlias(node) ? node.resolve(document) : node
}

function childOf(document: Document.Parsed, node: unknown, part: PropertyKey): unknown {
  const target = isAlias(node) ? node.resolve(document) : node
  if (isSeq(target) && typeof part === 'number') return target.items[part]
  if (isMap(target)) return pairOf(target, String(part))?.value
  return undefined
}

const pairOf = (map: YAMLMap, key: string) =>
  map.items.findLast((pair) => isScalar(pair.key) && String(pair.key.value) === key)

const keyOffset = (node: unknown, key: string) =>
  isMap(node) ? startOf(pairOf(node, key)?.key) : undefined

function offsetOf(document: Document.Parsed, path: ConfigPath): number {
  let offset = startOf(document.contents) ?? 0
  let node: unknown = document.contents
  for (const part of path) {
    offset = keyOffset(isAlias(node) ? node.resolve(document) : node, String(part)) ?? offset
    node = childOf(document, node, part)
    if (node === undefined) return offset
    if (typeof part === 'number') offset = startOf(node) ?? offset
  }
  return offset
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined
  const { range } = node as { range?: [number, number, number] | null }
  return range?.[0]
}

import { z } from 'zod'
import { type ConfigPath, valueAt, writePath } from './config-path.ts'
import { nearest } from './nearest.ts'
import { configSchema } from './schema.ts'

type JsonSchema = z.core.JSONSchema.BaseSchema

const schema: JsonSchema = z.toJSONSchema(configSchema, { io: 'input' })

/** Why a key is not known, with what was likely meant. `data` tells which kind of source it is in. */
export function explainUnknownKey(data: unknown, path: ConfigPath, key: string): string {
  const known = keysAt(data, path)
  const unknown = `unknown key ${JSON.stringify(key.slice(0, 80))}`
  const meant = nearest(key, known)
  if (meant !== undefined) return `${unknown}; did you mean "${meant}"?`
  if (/token|secret|password|api_?key/i.test(key)) {
    return `${unknown}: secrets stand in .env or the environment (see .env.example), never in this file`
  }
  const home = homesOf(schema, []).find(({ name }) => name === key)
  const elsewhere = home === undefined ? '' : `; it belongs in ${home.place}`
  return `${unknown}${elsewhere} (expected ${known.join(', ')})`
}

function keysAt(data: unknown, path: ConfigPath): string[] {
  let level = [schema]
  path.forEach((part, index) => {
    level = level
      .flatMap((one) => (typeof part === 'number' ? itemsOf(one) : propertyOf(one, String(part))))
      .flatMap((one) => alternatives(one, valueAt(data, path.slice(0, index + 1))))
  })
  return Array.from(new Set(level.flatMap((one) => Object.keys(one.properties ?? {}))))
}

const asSchema = (value: unknown): JsonSchema[] =>
  typeof value === 'object' && value !== null ? [value as JsonSchema] : []

const itemsOf = (one: JsonSchema) => asSchema(one.items)
const propertyOf = (one: JsonSchema, name: string) => asSchema(one.properties?.[name])

/** Of a union, the alternatives whose constants (`kind`) the value has. */
function alternatives(one: JsonSchema, value: unknown): JsonSchema[] {
  const options = [...(one.oneOf ?? []), ...(one.anyOf ?? [])].flatMap(asSchema)
  if (options.length === 0) return [one]
  return options.filter((option) =>
    Object.entries(option.properties ?? {}).every(([name, property]) =>
      asSchema(property).every(
        (part) => part.const === undefined || part.const === valueAt(value, [name]),
      ),
    ),
  )
}

/** Every key of the configuration with the place it stands in. */
function homesOf(one: JsonSchema, path: ConfigPath): { name: string; place: string }[] {
  const place = path.length === 0 ? 'the top level' : writePath(path).replaceAll('[0]', '[…]')
  const own = Object.entries(one.properties ?? {}).flatMap(([name, property]) => [
    { name, place },
    ...asSchema(property).flatMap((part) => homesOf(part, [...path, name])),
  ])
  return [...own, ...itemsOf(one).flatMap((part) => homesOf(part, [...path, 0]))]
}

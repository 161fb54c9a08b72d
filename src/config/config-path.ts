/** Keys and indices from the root of the config to a value. */
export type ConfigPath = readonly PropertyKey[]

/** Writes a path as people do: `channels[3].source.address`. */
export function writePath(path: ConfigPath): string {
  return path.reduce<string>((written, part) => {
    if (typeof part === 'number') return `${written}[${part}]`
    return written === '' ? String(part) : `${written}.${String(part)}`
  }, '')
}

/** The value at a path of data of unknown shape; undefined where there is none. */
export function valueAt(data: unknown, path: ConfigPath): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as Record<PropertyKey, unknown>)[part]
        : undefined,
    data,
  )
}

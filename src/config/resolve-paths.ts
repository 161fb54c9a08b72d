import path from 'node:path'
import type { Config } from './schema.ts'

/** The project folder: the parent of the folder `config/` that holds the file, else the file's own folder. */
export function projectRoot(file: string): string {
  const folder = path.dirname(path.resolve(file))
  return path.basename(folder) === 'config' ? path.dirname(folder) : folder
}

/** The configuration with every path absolute. `:memory:` stays, it is SQLite's name for no file. */
export function resolvePaths(config: Config, root: string): Config {
  const resolve = (relative: string) => path.resolve(root, relative)
  const { database, outbox, pictures, archive } = config.paths
  const { backup } = config.operation
  const { feeds } = config.export
  return {
    ...config,
    channels: config.channels.map((channel) =>
      channel.source.kind === 'file'
        ? { ...channel, source: { kind: 'file', address: resolve(channel.source.address) } }
        : channel,
    ),
    operation: {
      ...config.operation,
      ...(backup && { backup: { ...backup, folder: resolve(backup.folder) } }),
    },
    export: {
      ...(feeds === undefined ? {} : { feeds: resolve(feeds) }),
      targets: config.export.targets.map((target) =>
        'folder' in target && target.folder !== undefined
          ? { ...target, folder: resolve(target.folder) }
          : target,
      ),
    },
    paths: {
      database: database === ':memory:' ? database : resolve(database),
      outbox: resolve(outbox),
      pictures: resolve(pictures),
      ...(archive === undefined ? {} : { archive: resolve(archive) }),
    },
  }
}

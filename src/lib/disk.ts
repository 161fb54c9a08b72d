import { stat, statfs } from 'node:fs/promises'
import path from 'node:path'

/** The disk that a database is on. */
export interface Disk {
  freeBytes: number
  databaseBytes: number
}

export const bytesOfMegabyte = 1_048_576

/** Free means: to a process without special rights. Some file systems don't tell, and it throws. */
export async function askDisk(database: string): Promise<Disk> {
  const [{ bavail, bsize }, { size }] = await Promise.all([
    statfs(path.dirname(database)),
    stat(database),
  ])
  return { freeBytes: bavail * bsize, databaseBytes: size }
}

/** A backup is as large as the database, and takes its room when nobody looks. */
export const isNearlyFull = ({ freeBytes, databaseBytes }: Disk, leastFreeMegabytes: number) =>
  freeBytes < leastFreeMegabytes * bytesOfMegabyte + databaseBytes

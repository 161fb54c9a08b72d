import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { IntakeError } from '../model/errors.ts'

/** The project's own `data/gazetteer`, wherever the process was started. */
const shipped = fileURLToPath(new URL('../../data/gazetteer/', import.meta.url))

/** What analysis knows of the world, as the files have it; analysis makes its finders from it. */
export interface Gazetteer {
  /** `places.json`: place names in six languages. */
  places: unknown
  /** `outlets.json`: news outlets, their names, handles and sites. */
  outlets: unknown
  /** `concepts.tsv`: words of one meaning in six languages. */
  concepts: string
  /** `shares.tsv`: in how many reports of a thousand each concept stands. */
  shares: string
  /** `opposites.tsv`: words that say the contrary of each other, in six languages. */
  opposites: string
  /** `nations.tsv`: land, people, capital and government of each nation, in six languages. */
  nations: string
  /** Differs when any of the files does. */
  version: string
}

/** Reads the gazetteer's files; an unreadable one is a broken installation. */
export async function loadGazetteer(folder = shipped): Promise<Gazetteer> {
  const [places, outlets, concepts, shares, opposites, nations] = await Promise.all([
    read(folder, 'places.json'),
    read(folder, 'outlets.json'),
    read(folder, 'concepts.tsv'),
    read(folder, 'shares.tsv'),
    read(folder, 'opposites.tsv'),
    read(folder, 'nations.tsv'),
  ])
  const version = createHash('sha256')
    .update(places)
    .update(outlets)
    .update(concepts)
    .update(opposites)
    .update(nations)
  return {
    places: JSON.parse(places) as unknown,
    outlets: JSON.parse(outlets) as unknown,
    concepts,
    shares,
    opposites,
    nations,
    version: version.digest('hex'),
  }
}

/** `outlets.json` alone, for what names outlets without reading texts. */
export async function loadOutlets(folder = shipped): Promise<unknown> {
  return JSON.parse(await read(folder, 'outlets.json')) as unknown
}

async function read(folder: string, name: string): Promise<string> {
  try {
    return await readFile(`${folder}${name}`, 'utf8')
  } catch (cause) {
    throw new IntakeError(
      'gazetteer-missing',
      `data/gazetteer/${name} can't be read: restore it from the project (git checkout data/gazetteer).`,
      { cause },
    )
  }
}

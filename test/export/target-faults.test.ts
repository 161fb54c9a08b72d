import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Target } from '../../src/export/targets/target.ts'
import { DeliveryDesk } from '../helpers/delivery-desk.ts'
import { deadUrl } from '../helpers/http-server.ts'
import { tempFolder } from '../helpers/temp-archive.ts'
import { type World, worlds } from './target-worlds.ts'

const server = Object.entries(worlds).filter(([kind]) => !kind.includes('folder'))
const folders = Object.entries(worlds).filter(([kind]) => kind.includes('folder'))

const why = ({ stopped }: DeliveryDesk) => stopped.at(-1)?.reason

/** The target of a world by another address or clock. */
function remade(world: World, change: { address?: string; clock?: () => Date }): Target {
  if (world.remade === undefined) throw new Error('this world is not reached by HTTP')
  return world.remade(change)
}

function moved(world: World, folder: string): Target {
  if (world.moved === undefined) throw new Error('this world is no folder')
  return world.moved(folder)
}

/** A server whose certificate nobody vouches for. */
async function selfSigned(): Promise<string> {
  const folder = tempFolder()
  const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')]
  const subject = ['-subj', '/CN=localhost', '-keyout', key, '-out', cert]
  const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', ...subject]
  execFileSync('openssl', args, { stdio: 'ignore' })
  const https = createServer({ key: readFileSync(key), cert: readFileSync(cert) })
  await new Promise<void>((resolve) => https.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    https.closeAllConnections()
    https.close()
  })
  return `https://127.0.0.1:${(https.address() as AddressInfo).port}`
}

describe.each(server)('the %s target', (kind, make) => {
  test('by a certificate that nobody vouches for is named, and not tried again', async () => {
    const target = remade(await make(), { address: await selfSigned() })
    const desk = new DeliveryDesk([target])
    await desk.approve('First')
    await desk.settle()
    expect(why(desk)?.code).toBe('tls')
    expect(why(desk)?.words).toContain('certificate')
    expect((await target.check()).map(({ level }) => level)).toContain('wrong')
  })

  test('out of reach is tried again, given up in the end with the cause, and resumed', async () => {
    const world = await make()
    const desk = new DeliveryDesk([remade(world, { address: await deadUrl() })])
    await desk.approve('First')
    await desk.settle()
    expect(why(desk)?.code).toBe('given-up')
    expect(why(desk)?.words).toMatch(/50 tries.*ECONNREFUSED/)
    expect(world.titles()).toEqual([])
  })

  test('with a clock ten minutes off here makes the clock the cause, or does not mind', async () => {
    const world = await make()
    const clock = () => new Date(Date.now() - 600_000)
    const desk = new DeliveryDesk([remade(world, { clock })])
    await desk.approve('First')
    await desk.settle()
    const signsTheTime = kind === 'ghost' || kind === 'webhook'
    if (!signsTheTime) {
      expect(world.titles()).toEqual(['First'])
      return
    }
    expect(why(desk)?.code).toBe('clock')
    expect(why(desk)?.words).toMatch(/clock is \d+ s behind/)
    expect(world.titles()).toEqual([])
  })
})

/** A disk of 16 KiB; only root can have one. */
function smallDisk(): string | undefined {
  const folder = tempFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  onTestFinished(() => {
    execFileSync('umount', [folder])
  })
  return folder
}

describe.each(folders)('the %s target', (_kind, make) => {
  test('on a disk that is full waits for room, and holds no half file meanwhile', async (context) => {
    const disk = smallDisk()
    if (disk === undefined) {
      context.skip('a small disk can be mounted by root only')
      return
    }
    writeFileSync(path.join(disk, 'full'), Buffer.alloc(16 * 1024))
    const desk = new DeliveryDesk([moved(await make(), path.join(disk, '.'))])
    await desk.approve('First')
    await desk.deliverer.run()
    expect(await desk.states()).toEqual(['sending disk-full'])
    const whole = () =>
      execFileSync('find', [disk, '-type', 'f', '-size', '+0', '-printf', '%P\n'])
        .toString()
        .trim()
        .split('\n')
    expect(whole()).toEqual(['full'])
    writeFileSync(path.join(disk, 'full'), '')
    await desk.settle()
    expect(await desk.states()).toEqual(['done'])
    expect(whole().join()).toMatch(/\.json/)
    expect(whole().join()).not.toContain('.tmp')
  })

  test('whose folder is a file is named, and nothing is lost', async () => {
    const folder = path.join(tempFolder(), 'taken')
    writeFileSync(folder, 'x')
    const target = moved(await make(), folder)
    expect((await target.check())[0]?.level).toBe('wrong')
    const desk = new DeliveryDesk([target])
    await desk.approve('First')
    await desk.settle()
    expect(await desk.states()).toEqual(['stopped not-writable'])
    expect(why(desk)?.words).toContain(folder)
    expect(readFileSync(folder, 'utf8')).toBe('x')
  })

  test('mounted for reading only stops with the cause, and goes on when resumed', async (context) => {
    const disk = smallDisk()
    if (disk === undefined) {
      context.skip('a disk can be mounted by root only')
      return
    }
    const folder = path.join(disk, 'in')
    mkdirSync(folder)
    execFileSync('mount', ['-o', 'remount,ro,size=1m', disk])
    const target = moved(await make(), folder)
    expect((await target.check()).map(({ level }) => level)).toContain('wrong')
    const desk = new DeliveryDesk([target])
    await desk.approve('First')
    await desk.settle()
    expect(await desk.states()).toEqual(['stopped not-writable'])
    expect(why(desk)?.words).toContain('reading only')
    execFileSync('mount', ['-o', 'remount,rw,size=1m', disk])
    chmodSync(folder, 0o755)
    expect(await desk.archive.outgoing.resume({})).toHaveLength(1)
    await desk.settle()
    expect(await desk.states()).toEqual(['done'])
  })
})

const longTitle = 'x'.repeat(2000)

test.each(Object.entries(worlds))(
  'the %s target gets no title that is cut: all of it arrives, or a sentence with its length does',
  async (_kind, make) => {
    const world = await make()
    const desk = new DeliveryDesk([world.target])
    await desk.approve(longTitle)
    await desk.settle()
    const [state] = await desk.states()
    if (state === 'done') {
      expect(world.titles()).toEqual([longTitle])
      return
    }
    expect(state).toBe('stopped title-too-long')
    expect(why(desk)?.words).toContain('2000')
    expect(world.traffic()).not.toContain(longTitle)
  },
)

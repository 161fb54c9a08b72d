import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { freePort } from '../../helpers/free-port.ts'

const run = promisify(execFile)
const patienceMs = 30_000

export interface Account {
  user: string
  /** For the admin pages. */
  password: string
  /** Application password, for the API. */
  secret: string
}

export interface WordPress {
  url: string
  version: string
  contributor: Account
  editor: Account
  categories: Readonly<Record<string, number>>
  stop: () => Promise<void>
}

/**
 * A real WordPress of the Debian packages on loopback, with a database of its own that is gone when it is
 * stopped: `mariadb-server`, `php-cli` and `wordpress` have to be installed.
 */
export async function startWordPress(): Promise<WordPress> {
  const folder = mkdtempSync(path.join(tmpdir(), 'intake-wordpress-'))
  const running: ChildProcess[] = []
  const stop = async () => {
    await Promise.all(running.reverse().map(end))
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const socket = path.join(folder, 'db.sock')
    running.push(await startDatabase(folder, socket))
    const port = await freePort()
    const site = copySite(folder, { socket, port })
    const php = spawn('php', ['-S', `127.0.0.1:${port}`, '-t', site], { stdio: 'ignore' })
    running.push(php)
    const setup = fileURLToPath(new URL('setup.php', import.meta.url))
    const { stdout } = await run('php', [setup, site], {
      env: { ...process.env, SITE_PORT: `${port}` },
    })
    const url = `http://127.0.0.1:${port}`
    await until(async () => (await fetch(`${url}/?rest_route=/`)).ok)
    return { url, ...(JSON.parse(stdout) as Omit<WordPress, 'url' | 'stop'>), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startDatabase(folder: string, socket: string): Promise<ChildProcess> {
  const data = path.join(folder, 'db')
  // MariaDB refuses to run as root unless told by name.
  const user = process.getuid?.() === 0 ? ['--user=root'] : []
  const own = ['--no-defaults', `--datadir=${data}`, ...user]
  await run('mariadb-install-db', [
    ...own,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ])
  const server = spawn('mariadbd', [...own, `--socket=${socket}`, '--skip-networking'], {
    stdio: 'ignore',
  })
  const ask = (sql: string) => run('mariadb', ['--no-defaults', `--socket=${socket}`, '-e', sql])
  await until(async () => Boolean(await ask('SELECT 1')))
  await ask('CREATE DATABASE wordpress CHARACTER SET utf8mb4')
  return server
}

function copySite(folder: string, { socket, port }: { socket: string; port: number }): string {
  const site = path.join(folder, 'site')
  cpSync('/usr/share/wordpress', site, { recursive: true, dereference: true })
  const constants: Record<string, string | boolean> = {
    DB_NAME: 'wordpress',
    DB_USER: 'root',
    DB_PASSWORD: '',
    DB_HOST: `localhost:${socket}`,
    DB_CHARSET: 'utf8mb4',
    DB_COLLATE: '',
    WP_HOME: `http://127.0.0.1:${port}`,
    WP_SITEURL: `http://127.0.0.1:${port}`,
    // Application passwords over plain HTTP are for local sites only.
    WP_ENVIRONMENT_TYPE: 'local',
    WP_HTTP_BLOCK_EXTERNAL: true,
    DISABLE_WP_CRON: true,
    AUTOMATIC_UPDATER_DISABLED: true,
    AUTH_KEY: 'loopback',
    SECURE_AUTH_KEY: 'loopback',
    LOGGED_IN_KEY: 'loopback',
    NONCE_KEY: 'loopback',
    AUTH_SALT: 'loopback',
    SECURE_AUTH_SALT: 'loopback',
    LOGGED_IN_SALT: 'loopback',
    NONCE_SALT: 'loopback',
  }
  const lines = Object.entries(constants).map(
    ([name, value]) => `define('${name}', ${typeof value === 'string' ? `'${value}'` : 'true'});`,
  )
  const config = `<?php
${lines.join('\n')}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`
  rmSync(path.join(site, 'wp-config.php'), { force: true })
  writeFileSync(path.join(site, 'wp-config.php'), config)
  return site
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + patienceMs
  for (;;) {
    try {
      if (await holds()) return
    } catch (error) {
      if (Date.now() > end) throw error
    }
    if (Date.now() > end) throw new Error('WordPress did not come up in time')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Ends a process that was started here, by asking and then by force. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 5000)
  await gone
  clearTimeout(timer)
}

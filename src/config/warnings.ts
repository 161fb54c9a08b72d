import { existsSync } from 'node:fs'
import { isPrivateHost } from '../lib/url.ts'
import type { ChannelConfig, Config, Secrets } from './schema.ts'

/** Something that is valid and yet hardly meant. `path` is written as in `channels[3].source`. */
export interface ConfigWarning {
  path: string
  message: string
}

/** Doubts about a valid configuration, with what to do about each; looks at the disk for the files named. */
export function findWarnings(config: Config, secrets: Secrets): ConfigWarning[] {
  return [
    ...config.channels.flatMap((channel, index) =>
      channel.enabled ? channelWarnings(channel, `channels[${index}]`, config, secrets) : [],
    ),
    ...ambiguousNames(config),
    ...deskWarnings(config, secrets),
    ...targetWarnings(config),
  ]
}

function channelWarnings(
  channel: ChannelConfig,
  path: string,
  { desk }: Config,
  { botToken }: Secrets,
): ConfigWarning[] {
  const { id, source, languages, nameable, reliability } = channel
  const unread = languages.filter((language) => !desk.languages.includes(language))
  return [
    source.kind === 'telegram-bot' && botToken === undefined
      ? {
          path: `${path}.source`,
          message: `${id} is off: it needs TELEGRAM_BOT_TOKEN (see .env.example)`,
        }
      : undefined,
    source.kind === 'file' && !existsSync(source.address)
      ? {
          path: `${path}.source.address`,
          message: `${id} has no file yet: ${source.address} is not there`,
        }
      : undefined,
    nameable && (reliability === 'E' || reliability === 'F')
      ? {
          path: `${path}.nameable`,
          message: `${id} may be named in public at reliability ${reliability}; rate it, or take nameable away`,
        }
      : undefined,
    unread.length > 0
      ? {
          path: `${path}.languages`,
          message: `${id} writes ${unread.join(', ')}, which desk.languages does not list`,
        }
      : undefined,
  ].filter((warning) => warning !== undefined)
}

/** A name that two channels share traces a citation to one of them only. */
function ambiguousNames({ channels }: Config): ConfigWarning[] {
  const owners = new Map<string, ChannelConfig>()
  return channels.flatMap((channel, index) => {
    const names = new Set([channel.title, ...channel.aliases].map((name) => name.toLowerCase()))
    return Array.from(names).flatMap((name) => {
      const other = owners.get(name)
      if (other === undefined) {
        owners.set(name, channel)
        return []
      }
      const message = `${channel.id} and ${other.id} are both called "${name}"; posts that cite the name will be traced to one of them`
      return [{ path: `channels[${index}]`, message }]
    })
  })
}

function deskWarnings({ channels, desk, paths }: Config, { botToken }: Secrets): ConfigWarning[] {
  return [
    channels.some(({ enabled }) => enabled)
      ? undefined
      : { path: 'channels', message: 'no channel is enabled: nothing will come in' },
    paths.archive !== undefined && !existsSync(paths.archive)
      ? {
          path: 'paths.archive',
          message: `${paths.archive} is not there: stubs will refer to no prior coverage`,
        }
      : undefined,
    botToken !== undefined && !/^\d{5,}:[\w-]{20,}$/.test(botToken)
      ? {
          path: 'TELEGRAM_BOT_TOKEN',
          message:
            'does not look like a bot token (digits, a colon, letters); Telegram will refuse it',
        }
      : undefined,
    botToken !== undefined && desk.members.length === 0
      ? {
          path: 'desk.members',
          message:
            'the bot has a token, but no member may use it; add one with a numeric Telegram id',
        }
      : undefined,
  ].filter((warning) => warning !== undefined)
}

/** Over plain HTTP a password goes through the net for all to read. */
function targetWarnings({ export: { targets } }: Config): ConfigWarning[] {
  return targets.flatMap((target, index) => {
    const address = 'address' in target ? target.address : undefined
    if (address?.startsWith('http:') !== true || isPrivateHost(new URL(address).hostname)) return []
    const message = `${target.name} is reached by plain http, where its password can be read on the way; give its https address`
    return [{ path: `export.targets[${index}].address`, message }]
  })
}

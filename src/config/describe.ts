import type { ChannelConfig, Config, Secrets } from './schema.ts'
import { targetSecretName } from './secrets.ts'
import { type ConfigWarning, findWarnings } from './warnings.ts'

export interface SecretState {
  name: string
  present: boolean
  /** What is off without it; undefined when nothing in this configuration needs it. */
  off: string | undefined
}

/** What a configuration amounts to, for `intake check`. Holds no secret, only whether it is there. */
export interface ConfigSummary {
  desk: {
    name: string
    section: string
    byline: string
    timezone: string
    languages: readonly string[]
    members: Readonly<Record<'reader' | 'editor' | 'chief', number>>
  }
  channels: {
    configured: number
    enabled: number
    /** Ids of the enabled channels of each kind of source that has any. */
    byKind: Readonly<Record<string, readonly string[]>>
    byLanguage: Readonly<Record<string, number>>
    /** Owners of two or more channels: what they carry is one origin. */
    owners: readonly { owner: string; channels: readonly string[] }[]
    outlets: readonly string[]
    nameable: readonly string[]
    disabled: readonly string[]
  }
  /** Where approved dispatches go. */
  targets: readonly { name: string; kind: string }[]
  schedule: Config['schedule']
  paths: Config['paths']
  secrets: readonly SecretState[]
  warnings: readonly ConfigWarning[]
}

/** Sums up a loaded configuration; looks at the disk for the files it names. */
export function describeConfig(config: Config, secrets: Secrets): ConfigSummary {
  const { desk, schedule, paths } = config
  return {
    desk: {
      name: desk.name,
      section: desk.section,
      byline: desk.byline,
      timezone: desk.timezone,
      languages: desk.languages,
      members: {
        reader: desk.members.filter(({ role }) => role === 'reader').length,
        editor: desk.members.filter(({ role }) => role === 'editor').length,
        chief: desk.members.filter(({ role }) => role === 'chief').length,
      },
    },
    channels: describeChannels(config.channels),
    targets: config.export.targets.map(({ name, kind }) => ({ name, kind })),
    schedule,
    paths,
    secrets: [describeBotToken(config, secrets), ...describeTargetSecrets(config, secrets)],
    warnings: findWarnings(config, secrets),
  }
}

function describeChannels(all: readonly ChannelConfig[]): ConfigSummary['channels'] {
  const enabled = all.filter((channel) => channel.enabled)
  const byLanguage = gather(enabled, ({ languages }) => languages)
  const byOwner = gather(all, ({ owner }) => (owner === undefined ? [] : [owner]))
  return {
    configured: all.length,
    enabled: enabled.length,
    byKind: Object.fromEntries(gather(enabled, ({ source }) => [source.kind])),
    byLanguage: Object.fromEntries(Array.from(byLanguage, ([lang, ids]) => [lang, ids.length])),
    owners: Array.from(byOwner, ([owner, channels]) => ({ owner, channels })).filter(
      ({ channels }) => channels.length > 1,
    ),
    outlets: idsOf(all.filter(({ outlet }) => outlet)),
    nameable: idsOf(all.filter(({ nameable }) => nameable)),
    disabled: idsOf(all.filter((channel) => !channel.enabled)),
  }
}

/** Channel ids under each of the keys their channel has. */
function gather(
  channels: readonly ChannelConfig[],
  keysOf: (channel: ChannelConfig) => readonly string[],
): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const channel of channels) {
    for (const key of keysOf(channel)) groups.set(key, [...(groups.get(key) ?? []), channel.id])
  }
  return groups
}

const idsOf = (channels: readonly ChannelConfig[]) => channels.map(({ id }) => id)

function describeBotToken({ channels, desk }: Config, { botToken }: Secrets): SecretState {
  const waiting = channels.filter(
    ({ enabled, source }) => enabled && source.kind === 'telegram-bot',
  )
  const parts = [
    ...waiting.map(({ id }) => `channel ${id}`),
    ...(desk.members.length > 0 ? ['the desk’s bot'] : []),
  ]
  const needed = botToken === undefined && parts.length > 0
  return {
    name: 'TELEGRAM_BOT_TOKEN',
    present: botToken !== undefined,
    off: needed ? parts.join(', ') : undefined,
  }
}

function describeTargetSecrets({ export: { targets } }: Config, secrets: Secrets): SecretState[] {
  return targets
    .filter(({ kind }) => needsSecret.has(kind))
    .map(({ name: target }) => {
      const name = targetSecretName(target)
      const present = secrets.targets?.[name] !== undefined
      return { name, present, off: present ? undefined : `target ${target}` }
    })
}

const needsSecret: ReadonlySet<string> = new Set(['wordpress', 'ghost', 'webhook'])

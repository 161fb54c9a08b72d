import type { TargetConfig } from '../../config/export-target.ts'
import type { Config, Secrets } from '../../config/schema.ts'
import { targetSecretName } from '../../config/secrets.ts'
import { GhostApi } from './ghost-api.ts'
import type { Target } from './target.ts'
import { FolderTarget } from './target-folder.ts'
import { GhostTarget } from './target-ghost.ts'
import { SuperdeskTarget } from './target-superdesk.ts'
import { WebhookTarget } from './target-webhook.ts'
import { WordPressTarget } from './target-wordpress.ts'
import { WordPressApi } from './wordpress-api.ts'

/** The targets of the configuration; one without its secret is refused by the target, in words. */
export function createTargets(config: Config, secrets: Secrets, clock: () => Date): Target[] {
  return config.export.targets.map((target) =>
    createTarget(target, secrets.targets?.[targetSecretName(target.name)] ?? '', clock),
  )
}

export function createTarget(config: TargetConfig, secret: string, clock: () => Date): Target {
  switch (config.kind) {
    case 'folder':
      return new FolderTarget(config)
    case 'wordpress':
      return new WordPressTarget(config, new WordPressApi(config, { secret, clock }))
    case 'ghost':
      return new GhostTarget(config, new GhostApi(config, { secret, clock }))
    case 'superdesk':
      return new SuperdeskTarget(config, { secret, clock })
    case 'webhook':
      return new WebhookTarget(config, { secret, clock })
  }
}

import type {CloudConfig, Source} from '#cloud/config/types'
import {ConfigError} from '#errors'
import {asText} from '#json'

/** A parameter of the authentication type as text, by keystoneauth's name for it; an empty one counts as absent. */
export const param = (config: CloudConfig, name: string): string | undefined => asText(config.auth[name]) || undefined

/** A parameter that the authentication type cannot do without. */
export function needed(config: CloudConfig, name: string): string {
  const value = param(config, name)
  if (value === undefined) throw missing(config, name.replaceAll('_', ' '), [name])
  return value
}

/** `what` is missing, and any of `names` would give it. */
export function missing(config: CloudConfig, what: string, names: readonly string[]): ConfigError {
  const cloud = config.name === undefined ? '' : ` of cloud '${config.name}'`
  const ways = names.map(
    (name) => `--os-${name.replaceAll('_', '-')}, OS_${name.toUpperCase()} or auth.${name} in clouds.yaml`,
  )
  return new ConfigError(`Authentication type '${config.authType}'${cloud} needs: ${what}.`, {
    hint: `Set ${ways.join('; or ')}.`,
    code: 'MissingParameter',
    facts: {setting: what},
  })
}

/** Where a parameter's value comes from, as ` (from OS_USERNAME)`; empty when nobody noted it. */
export function origin(config: CloudConfig, name: string): string {
  const source = config.sources[`auth.${name}`]
  return source === undefined ? '' : ` (from ${source.name})`
}

const STRENGTH: Readonly<Record<Source['kind'], number>> = {option: 0, environment: 1, file: 2, profile: 3, default: 4}

/** How much a parameter's source counts; less is stronger. */
export function rank(config: CloudConfig, name: string): number {
  return STRENGTH[config.sources[`auth.${name}`]?.kind ?? 'file']
}

/** Of parameters that exclude each other, the one whose source counts most: `--os-username` beats user_id in a file. */
export function strongest(config: CloudConfig, names: readonly string[]): string | undefined {
  const given = names.filter((name) => param(config, name) !== undefined)
  return given.toSorted((a, b) => rank(config, a) - rank(config, b))[0]
}

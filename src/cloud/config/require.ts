import {type AuthType, authTypeNames, authTypeOf} from '#cloud/config/auth-types'
import {similar} from '#cloud/config/similar'
import {someOf} from '#cloud/config/some-of'
import type {CloudConfig} from '#cloud/config/types'
import {ConfigError} from '#errors'

/**
 * Called before log-in: ConfigError when the authentication type is unknown or an option is missing that cannot be
 * asked for. Passwords and passcodes are left to the log-in.
 */
export function requireCloud(config: CloudConfig): void {
  // What selected the cloud says nothing about it.
  const {cloud: _, ...described} = config.sources
  if (Object.values(described).every(({kind}) => kind === 'default')) throw nothingConfigured(config)
  const type = authTypeOf(config.authType)
  if (!type) throw unknownType(config)
  const missing = missingOptions(type, config)
  if (missing.length > 0) throw incomplete(config, missing)
}

function missingOptions({required}: AuthType, {auth, settings}: CloudConfig): string[] {
  const overridden = Object.keys(settings).some((key) => /_endpoint(?:_override)?$/.test(key))
  return required
    .filter((names) => !names.split('|').some((name) => auth[name] !== undefined))
    .filter((name) => name !== 'endpoint' || !overridden)
}

function nothingConfigured({name, place, choices = []}: CloudConfig): ConfigError {
  if (name !== undefined) {
    return new ConfigError(`${place ? `${place}: ` : ''}cloud "${name}" is empty.`, {
      hint: 'Indent its settings further than its name.',
      code: 'EmptyCloud',
    })
  }
  const hint =
    choices.length > 0
      ? `Select one with --os-cloud, OS_CLOUD or osc cloud use: ${someOf(choices)}.`
      : 'Add a cloud with: osc cloud add NAME. To try osc without a cloud: osc sandbox start. More: osc help clouds'
  return new ConfigError('No cloud is selected.', {hint, code: 'NoCloud', facts: {choice: choices[0]}})
}

function unknownType({authType, sources}: CloudConfig): ConfigError {
  const place = sources.auth_type?.name ?? 'auth_type'
  if (/^v[12]/.test(authType)) {
    return new ConfigError(
      `${place}: authentication type ${authType} belongs to an Identity API that Keystone no longer serves.`,
      {
        hint: 'Use password or token.',
      },
    )
  }
  const near = similar(authType, authTypeNames())
  return new ConfigError(`${place}: "${authType}" is not an authentication type.`, {
    hint: near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `Use one of ${authTypeNames().join(', ')}.`,
  })
}

function incomplete(config: CloudConfig, missing: readonly string[]): ConfigError {
  const {name, choices = [], authType, auth, settings} = config
  const what = missing.map((names) => names.replaceAll('|', ' or ')).join(', ')
  const first = missing[0]?.split('|')[0] ?? ''
  const upper = `OS_${first.toUpperCase()}`
  const option = `--os-${first.replaceAll('_', '-')}`
  const places = name === undefined ? `${upper} or ${option}` : `auth.${first} in clouds.${name}, ${upper} or ${option}`
  const other =
    name === undefined && choices.length > 0 ? ` Or choose a cloud with --os-cloud: ${someOf(choices)}.` : ''
  const credential =
    authType.endsWith('password') &&
    Object.keys({...auth, ...settings}).some((key) => key.startsWith('application_credential'))
  const hint = credential
    ? 'For an application credential, set auth_type (OS_AUTH_TYPE, --os-auth-type) to v3applicationcredential.'
    : `Set ${places}.${other}`
  const whose = name === undefined ? 'The configuration' : `Cloud "${name}"`
  return new ConfigError(`${whose} does not have the settings that authentication type ${authType} needs: ${what}.`, {
    hint,
    code: 'MissingParameter',
    facts: {setting: first},
  })
}

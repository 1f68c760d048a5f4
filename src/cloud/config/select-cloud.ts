import type {CloudFiles} from '#cloud/config/clouds-file'
import {describesCloud, environmentCloud, logsIn} from '#cloud/config/environment'
import {similar} from '#cloud/config/similar'
import {someOf} from '#cloud/config/some-of'
import type {ConfigInput} from '#cloud/config/types'
import {ConfigError} from '#errors'

/** Where the cloud is described: in an entry, by the OS_* variables, or by options alone. */
export type Selection = {from: 'entry'; name: string} | {from: 'environment'} | {from: 'options'}

/**
 * Which cloud is meant: --os-cloud, OS_CLOUD, else what the variables describe, else the only entry there is. Options
 * that say where to log in stand for themselves, so no entry is taken beside them. ConfigError when the entry is missing.
 */
export function selectCloud({clouds, files}: CloudFiles, {options, env}: ConfigInput): Selection {
  const own = environmentCloud(env)
  const twin = clouds.get(own)
  if (twin) {
    throw new ConfigError(`${twin.source.name}: "${own}" is the name of the cloud that OS_* variables describe.`, {
      hint: 'Rename the entry, or set OS_CLOUD_NAME to another name for the variables.',
    })
  }
  // As in openstack an empty --os-cloud counts: it is no cloud of clouds.yaml, also where OS_CLOUD names one.
  const wanted = options.cloud ?? env.OS_CLOUD
  if (typeof wanted === 'string' && wanted) {
    if (clouds.has(wanted)) return {from: 'entry', name: wanted}
    if (wanted === own && describesCloud(env)) return {from: 'environment'}
    const by = options.cloud ? '--os-cloud' : 'OS_CLOUD'
    if (files.length === 0) throw noFile(wanted, by, env.OS_CLIENT_CONFIG_FILE)
    throw unknownCloud(wanted, by, [...clouds.keys()], files)
  }
  const [only, ...others] = clouds.keys()
  const isAlone = only !== undefined && others.length === 0
  // Variables such as OS_NAME or OS_DEBUG must not hide the only cloud.
  if (isAlone ? logsIn(env) : describesCloud(env)) return {from: 'environment'}
  if (!isAlone || options.cloud === '' || options.auth_url || options.endpoint) return {from: 'options'}
  return {from: 'entry', name: only}
}

function noFile(wanted: string, by: string, named: string | undefined): ConfigError {
  const missing = named ? `there is no ${named}, which OS_CLIENT_CONFIG_FILE names` : 'no clouds.yaml was found'
  return new ConfigError(`There is no cloud "${wanted}" (${by}): ${missing}.`, {
    hint: named
      ? 'Correct OS_CLIENT_CONFIG_FILE, or unset it to use the clouds.yaml of this folder, ~/.config/openstack or /etc/openstack.'
      : 'Put one into this folder, ~/.config/openstack or /etc/openstack, or name it in OS_CLIENT_CONFIG_FILE.',
    code: 'UnknownCloud',
  })
}

function unknownCloud(wanted: string, by: string, names: readonly string[], files: CloudFiles['files']): ConfigError {
  const read = files.map(({name}) => name).join(' and ')
  const near = similar(wanted, names)
  const listed = names.length > 0 ? `Its clouds: ${someOf(names)}.` : 'It has no clouds.'
  return new ConfigError(`There is no cloud "${wanted}" (${by}) in ${read}.`, {
    hint: near.length > 0 ? `Did you mean ${near.join(' or ')}? ${listed}` : listed,
    code: 'UnknownCloud',
    facts: {choice: near[0] ?? names[0]},
  })
}

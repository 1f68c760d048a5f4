import type {CloudFiles} from '#cloud/config/clouds-file'
import {readDefaultCloud} from '#cloud/config/default-cloud'
import {describesCloud, environmentCloud, logsIn} from '#cloud/config/environment'
import {similar} from '#cloud/config/similar'
import {someOf} from '#cloud/config/some-of'
import type {ConfigInput, Source} from '#cloud/config/types'
import {ConfigError} from '#errors'

/** Where the cloud is described: in an entry (`by`: what selected it), by the OS_* variables, or by options alone. */
export type Selection = {from: 'entry'; name: string; by: Source} | {from: 'environment'} | {from: 'options'}

/**
 * Selects the cloud: --os-cloud, OS_CLOUD, else what the variables describe, else the default of `osc cloud use`, else the
 * only entry. Options that say where to log in describe a cloud by themselves, so no entry is used with them. ConfigError
 * when the entry is missing.
 */
export function selectCloud(read: CloudFiles, input: ConfigInput): Selection {
  const {clouds} = read
  const {options, env} = input
  const own = environmentCloud(env)
  const twin = clouds.get(own)
  if (twin) {
    throw new ConfigError(
      `${twin.source.name}: the name "${own}" is reserved for the cloud that OS_* variables describe.`,
      {
        hint: 'Rename the entry, or set OS_CLOUD_NAME to another name for the variables.',
      },
    )
  }
  // As in openstack an empty --os-cloud counts: it is not a cloud of clouds.yaml, also where OS_CLOUD names one.
  const wanted = options.cloud ?? env.OS_CLOUD
  if (typeof wanted === 'string' && wanted) {
    const by = options.cloud ? '--os-cloud' : 'OS_CLOUD'
    if (clouds.has(wanted))
      return {from: 'entry', name: wanted, by: {kind: options.cloud ? 'option' : 'environment', name: by}}
    if (wanted === own && describesCloud(env)) return {from: 'environment'}
    throw unknownCloud(wanted, by, read, env.OS_CLIENT_CONFIG_FILE)
  }
  const chosen = readDefaultCloud(input)
  const [only, ...others] = clouds.keys()
  const isAlone = only !== undefined && others.length === 0
  // Variables such as OS_NAME or OS_DEBUG must not hide the default cloud or the only one.
  if (chosen !== undefined || isAlone ? logsIn(env) : describesCloud(env)) return {from: 'environment'}
  if (options.cloud === '' || options.auth_url || options.endpoint) return {from: 'options'}
  // Never another cloud in its place: the command may delete something.
  if (chosen !== undefined && !clouds.has(chosen)) throw missingDefault(chosen)
  if (chosen !== undefined) return {from: 'entry', name: chosen, by: {kind: 'file', name: 'osc cloud use'}}
  return isAlone ? {from: 'entry', name: only, by: ONLY_ENTRY} : {from: 'options'}
}

export const ONLY_ENTRY: Source = {kind: 'default', name: 'the only entry of clouds.yaml'}

function missingDefault(name: string): ConfigError {
  const sandbox = /^sandbox(?:-|$)/.test(name) ? ' To start the sandbox: osc sandbox start' : ''
  return new ConfigError(`The default cloud "${name}" (osc cloud use) is not defined.`, {
    hint: `Choose another with osc cloud use NAME, or remove the default with osc cloud use --unset.${sandbox}`,
    code: 'UnknownCloud',
  })
}

function unknownCloud(wanted: string, by: string, read: CloudFiles, named: string | undefined): ConfigError {
  const names = [...read.clouds.keys(), ...read.others]
  const near = similar(wanted, names)
  const listed = listOf(read, named)
  return new ConfigError(`Cloud "${wanted}" (${by}) is not defined${whereNot(read, named)}.`, {
    hint: near.length > 0 ? `Did you mean ${near.join(' or ')}? ${listed}` : listed,
    code: 'UnknownCloud',
    facts: {choice: near[0] ?? names[0]},
  })
}

function whereNot({files}: CloudFiles, named: string | undefined): string {
  if (files.length === 0)
    return named ? `: ${named}, the value of OS_CLIENT_CONFIG_FILE, does not exist` : ': no clouds.yaml was found'
  // Warnings are not printed with an error, so it says itself that another file was read than the named one.
  const instead =
    named && !files.some(({name}) => name === named)
      ? `, which was read because ${named} (from OS_CLIENT_CONFIG_FILE) does not exist`
      : ''
  return ` in ${files.map(({name}) => name).join(' and ')}${instead}`
}

/** The clouds that could be selected instead, or how to get one. */
function listOf({clouds, others, files}: CloudFiles, named: string | undefined): string {
  if (files.length === 0 && named)
    return 'Correct OS_CLIENT_CONFIG_FILE, or unset it to use the clouds.yaml of this folder, ~/.config/openstack or /etc/openstack.'
  const lists = [
    ['Clouds in this file', [...clouds.keys()]],
    ['Clouds of the sandbox', others],
  ] as const
  const known = lists.flatMap(([title, names]) => (names.length > 0 ? [`${title}: ${someOf(names)}.`] : []))
  if (known.length > 0) return known.join(' ')
  return files.length > 0
    ? 'The file has no clouds. Add one with: osc cloud add NAME'
    : 'Add the cloud with: osc cloud add NAME. To try osc without a cloud: osc sandbox start'
}

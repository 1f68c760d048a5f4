import {describesCloud, environmentCloud} from '#cloud/config/environment'
import {type ListedCloud, listClouds} from '#cloud/config/list'
import {loadCloudConfig} from '#cloud/config/load'
import {similar} from '#cloud/config/similar'
import type {ConfigInput} from '#cloud/config/types'
import {NotFoundError} from '#errors'

/** A cloud that can be selected; `selectedBy` says what selects it now: `OS_CLOUD`. */
interface Entry extends ListedCloud {
  selectedBy: string | undefined
}

/** All clouds: those of the files, the sandbox's, and the one that OS_* variables describe. */
export async function entries(input: ConfigInput): Promise<Entry[]> {
  const {options, env} = input
  // A selection that fails selects nothing; commands that need the cloud report it.
  const selected = await loadCloudConfig(input).catch(() => undefined)
  const listed = (await listClouds(input)).map((cloud) => ({
    ...cloud,
    selectedBy: cloud.name === selected?.name ? selected.sources.cloud?.name : undefined,
  }))
  if (!describesCloud(env)) return listed
  const regions = env.OS_REGION_NAME ? [env.OS_REGION_NAME] : []
  const isSelected = selected && selected.name === undefined && options.cloud !== ''
  const own = {name: environmentCloud(env), place: 'OS_* variables', regions}
  return [...listed, {...own, selectedBy: isSelected ? 'OS_* variables' : undefined}]
}

/** The entry of this name. NotFoundError where there is none. */
export async function entryNamed(name: string, input: ConfigInput): Promise<Entry> {
  const all = await entries(input)
  const found = all.find((entry) => entry.name === name)
  if (found) return found
  const names = all.map((entry) => entry.name)
  const near = similar(name, names)
  const known = names.length > 0 ? `Clouds: ${names.join(', ')}.` : 'Add a cloud with: osc cloud add NAME'
  throw new NotFoundError(`Cloud "${name}" is not defined.`, {
    hint: near.length > 0 ? `Did you mean ${near.join(' or ')}? ${known}` : known,
    code: 'UnknownCloud',
  })
}

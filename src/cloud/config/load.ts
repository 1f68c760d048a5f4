import {type CloudFiles, readCloudFiles} from '#cloud/config/clouds-file'
import {exposedSecrets} from '#cloud/config/exposed'
import {forceIpv4} from '#cloud/config/force-ipv4'
import {stack} from '#cloud/config/layers'
import {misspelled} from '#cloud/config/misspelled'
import {rereadNumbers} from '#cloud/config/reread-numbers'
import {resolve} from '#cloud/config/resolve'
import {type Selection, selectCloud} from '#cloud/config/select-cloud'
import type {CloudConfig, ConfigInput} from '#cloud/config/types'

/**
 * The cloud that options, OS_* variables and files describe, as openstacksdk and osc-lib would configure it. ConfigError
 * names file, line and key of what is wrong. What a log-in needs may be missing: see `requireCloud`.
 */
export async function loadCloudConfig(input: ConfigInput): Promise<CloudConfig> {
  const warnings = new Set<string>()
  const warn = (line: string) => void warnings.add(line)
  const files = await readCloudFiles(input, warn)
  const selection = selectCloud(files, input)
  const {layer, region, entry, path} = await stack(selection, files, input, warn)
  const ipv4 = forceIpv4(layer.settings, files.client, input.env)
  if (ipv4) layer.settings.set('force_ipv4', ipv4)
  const config = resolve(layer, region, input.home)
  for (const line of [...misspelled(entry, path), ...rereadNumbers(layer)]) warn(line)
  if (selection.from === 'entry') for (const line of exposedSecrets(files.files, selection.name)) warn(line)
  const sources = selection.from === 'entry' ? {cloud: selection.by, ...config.sources} : config.sources
  return {...nameOf(selection, files), ...config, sources, warnings: [...warnings]}
}

const nameOf = (selection: Selection, {clouds, others}: CloudFiles): Pick<CloudConfig, 'name' | 'place' | 'choices'> =>
  selection.from === 'entry'
    ? {name: selection.name, place: clouds.get(selection.name)?.source.name}
    : {name: undefined, choices: [...clouds.keys(), ...others]}

import {section} from '#cloud/config/checked'
import type {CloudFiles} from '#cloud/config/clouds-file'
import {defaults} from '#cloud/config/defaults'
import {environmentEntry, environmentOverrides} from '#cloud/config/environment'
import {type Layer, overlaid, toLayer} from '#cloud/config/layer'
import type {LocatedMap} from '#cloud/config/located'
import {optionEntry} from '#cloud/config/options'
import {profileOf} from '#cloud/config/profile'
import {chooseRegion, type Region, regionsOf} from '#cloud/config/regions'
import type {Selection} from '#cloud/config/select-cloud'
import type {ConfigInput} from '#cloud/config/types'

const NOTHING: LocatedMap = new Map()

/** All that is said of the selected cloud, one source on top of the other. */
export interface Stacked {
  layer: Layer
  region: Region | undefined
  /** What the cloud's own entry says. */
  entry: LocatedMap
  path: string
}

/** Defaults, profile, entry, its region's values, variables, options: each beats those before it. */
export async function stack(
  selection: Selection,
  files: CloudFiles,
  input: ConfigInput,
  warn: (line: string) => void,
): Promise<Stacked> {
  const path = selection.from === 'entry' ? `clouds.${selection.name}` : 'OS_*'
  const entry = entryFor(selection, files, input)
  const profile = await profileOf(entry, path, input, warn)
  const overrides = selection.from === 'environment' ? NOTHING : environmentOverrides(input.env)
  const options = optionEntry(input.options)

  const own = regionsOf(entry, path)
  const regions = own.length > 0 ? own : regionsOf(profile ?? NOTHING, 'profile')
  const wanted = options.get('region_name') ?? overrides.get('region_name')
  // Outside of an entry nobody has said which regions there are.
  const region =
    selection.from === 'entry'
      ? chooseRegion(regions, wanted, selection.name)
      : chooseRegion(wanted ? [] : regions, wanted, path)

  const layers = [
    toLayer(profile ?? NOTHING, 'profile'),
    toLayer(entry, path),
    toLayer(region?.values ?? NOTHING, `${path}.regions`),
    toLayer(overrides, 'OS_*'),
    toLayer(options, 'options'),
  ]
  const layer = layers.reduce(overlaid, defaults())
  for (const key of ['regions', 'region_name', 'cloud']) layer.settings.delete(key)
  // OS_PROFILE is a key for tracing unless it names a profile.
  if (selection.from === 'environment' && !profile) layer.settings.delete('profile')
  return {layer, region, entry, path}
}

function entryFor(selection: Selection, {clouds}: CloudFiles, {env}: ConfigInput): LocatedMap {
  if (selection.from === 'environment') return environmentEntry(env)
  return selection.from === 'entry' ? section(clouds, selection.name, `clouds.${selection.name}`) : NOTHING
}

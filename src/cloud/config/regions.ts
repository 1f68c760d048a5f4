import {mapOf, section, textOf} from '#cloud/config/checked'
import {isList, isMap, kindOf, type Located, type LocatedMap, underscored} from '#cloud/config/located'
import {similar} from '#cloud/config/similar'
import {someOf} from '#cloud/config/some-of'
import type {Source} from '#cloud/config/types'
import {ConfigError} from '#errors'

/** A region that an entry names, and what holds in it alone. */
export interface Region {
  name: string
  source: Source
  values: LocatedMap
}

/** The regions of an entry: `regions`, else `region_name`, which may be a list or joined by commas. `path` is for messages. */
export function regionsOf(entry: LocatedMap, path: string): Region[] {
  const keys = new Map([...entry].map(([key, located]) => [underscored(key), located]))
  const regions = keys.get('regions')
  if (regions) return regionList(regions, `${path}.regions`)
  const name = keys.get('region_name')
  if (!name) return []
  if (isList(name.value)) return regionList(name, `${path}.region_name`)
  const text = textOf(name, `${path}.region_name`) ?? ''
  return text.split(',').flatMap((part) => (part.trim() ? [named(part.trim(), name.source)] : []))
}

/** The region that is asked for, or the first; ConfigError when the cloud has regions and that is none of them. */
export function chooseRegion(
  regions: readonly Region[],
  wanted: Located | undefined,
  cloud: string,
): Region | undefined {
  const name = textOf(wanted, 'region_name')
  if (wanted === undefined || name === undefined) return regions[0]
  const found = regions.find((region) => region.name === name)
  if (found || regions.length === 0) return {...named(name, wanted.source), values: found?.values ?? new Map()}
  const names = regions.map((region) => region.name)
  const [near] = similar(name, names)
  throw new ConfigError(`Cloud "${cloud}" does not have region "${name}" (${wanted.source.name}).`, {
    hint: `${near ? `Did you mean ${near}? ` : ''}Regions in ${regions[0]?.source.name}: ${someOf(names)}.`,
  })
}

const named = (name: string, source: Source): Region => ({name, source, values: new Map()})

function regionList({value, source}: Located, path: string): Region[] {
  if (value === null) return []
  if (isList(value)) return value.map((item) => region(item, path))
  throw new ConfigError(`${source.name}: ${path} must be a list, not ${kindOf(value)}.`)
}

function region(item: Located, path: string): Region {
  if (!isMap(item.value)) {
    const name = textOf(item, `an item of ${path}`)
    if (name !== undefined) return named(name, item.source)
  }
  const map = mapOf(item, `an item of ${path}`)
  const name = textOf(map.get('name'), `${path}: name`)
  const odd = [...map.keys()].find((key) => key !== 'name' && key !== 'values')
  if (name !== undefined && odd === undefined)
    return {name, source: item.source, values: section(map, 'values', `${path}: values`)}
  const fault =
    odd === undefined ? 'does not have a name' : `has "${odd}": move the settings of a region into its values`
  throw new ConfigError(`${(map.get(odd ?? '') ?? item).source.name}: an item of ${path} ${fault}.`)
}

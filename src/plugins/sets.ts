import {join} from 'node:path'
import {asObject, asText} from '#json'
import {discover} from '#plugins/discover'
import {Reading} from '#plugins/reading'
import type {Runtime} from '#runtime'

/** What runs: the packages with their versions, and what each set promises. */
export interface Running {
  packages: readonly {name: string; version: string}[]
  sets: readonly {name: string; version: string; deviations: readonly string[]}[]
}

/** Compares the sets that are here, the started one first, with the packages that run. */
export function runningSets(places: Pick<Runtime, 'coreRoot' | 'root' | 'dataDir'>): Running {
  const {index, sets} = discover(places)
  const packages = index.plugins
    .filter(({name}) => !name.startsWith('@oclif/'))
    .map(({name, version}) => ({name, version}))
  const versions = new Map(packages.map(({name, version}) => [name, version]))
  const roots = [...(places.root === places.coreRoot ? [] : [places.root]), ...sets.map(({root}) => root)]
  const reading = new Reading()
  return {
    packages,
    sets: roots.map((root) => {
      const pjson = reading.json(join(root, 'package.json'))
      const promised = Object.entries(asObject(pjson.dependencies))
      const deviations = promised.flatMap(([name, wanted]) => {
        const version = versions.get(name)
        if (version === undefined) return [`${name} ${asText(wanted)} is missing`]
        return version === wanted ? [] : [`${name} is ${version}, not ${asText(wanted)}`]
      })
      return {name: asText(pjson.name) ?? root, version: asText(pjson.version) ?? '', deviations}
    }),
  }
}

import {mapOf, section} from '#cloud/config/checked'
import {readCloudFiles, readSandboxFile} from '#cloud/config/clouds-file'
import {profileOf} from '#cloud/config/profile'
import {regionsOf} from '#cloud/config/regions'
import type {ConfigInput} from '#cloud/config/types'

/** An entry of clouds.yaml. */
export interface ListedCloud {
  name: string
  /** File and line of the entry: `~/.config/openstack/clouds.yaml:12`. */
  place: string
  /** Those it names, else those of its profile. */
  regions: readonly string[]
}

/** The clouds that can be selected by name, in the order of the files, the sandbox's last. ConfigError when a file is malformed. */
export async function listClouds(input: ConfigInput): Promise<ListedCloud[]> {
  const silent = () => {}
  const {clouds} = await readCloudFiles(input, silent)
  const sandbox = section((await readSandboxFile(input))?.content ?? new Map(), 'clouds')
  const listed: ListedCloud[] = []
  for (const [name, located] of new Map([...clouds, ...[...sandbox].filter(([name]) => !clouds.has(name))])) {
    const path = `clouds.${name}`
    const entry = mapOf(located, path)
    const own = regionsOf(entry, path)
    const regions =
      own.length > 0 ? own : regionsOf((await profileOf(entry, path, input, silent)) ?? new Map(), 'profile')
    listed.push({name, place: located.source.name, regions: regions.map((region) => region.name)})
  }
  return listed
}

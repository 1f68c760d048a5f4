import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type ReferenceCommand, referenceCommands} from '../../test/reference/read.ts'

const RESOURCES = join(import.meta.dirname, '..', '..', 'test', 'reference', 'resources')

/** An attribute of an SDK resource; in the body of a record unless `in` says otherwise. */
export interface ReferenceAttribute {
  /** Key in the body, where it is another one. */
  wire?: string
  type?: string
  in?: string
  alternate_id?: boolean
}

/** A resource of openstacksdk; test/reference/README.md explains where the fields come from. */
export interface ReferenceResource {
  path: string
  resource_key?: string
  resources_key?: string
  create_method: string
  commit_method: string
  max_microversion?: string
  allows: readonly string[]
  query?: Readonly<Record<string, string | object>>
  attributes: Readonly<Record<string, ReferenceAttribute>>
}

/** A resource, and the service whose API has it. */
export interface Found {
  /** Service type of the catalog: `block-storage`. */
  service: string
  resource: ReferenceResource
}

const COMMANDS = referenceCommands()

/** The commands of a noun: its words and one verb. */
export const commandsOf = (noun: string): ReferenceCommand[] =>
  COMMANDS.filter(({name}) => name.startsWith(`${noun} `) && !name.slice(noun.length + 1).includes(' '))

/**
 * The SDK's resource: by `SERVICE/KEY` (`compute/v2.server_group.ServerGroup`), or the newest one of the services whose class is
 * named like the noun, with or without its first word: `messaging queue` is `Queue`.
 */
export function resourceOf(noun: string, services: readonly string[], wanted?: string): Found | undefined {
  const [name, key] = wanted?.split('/') ?? []
  if (name !== undefined && key !== undefined) {
    const service = name.replaceAll('_', '-')
    const resource = resourcesOf(service)[key]
    return resource && {service, resource}
  }
  const words = noun.split(' ')
  const classes = [words, words.slice(1)].map((some) => some.join('').toLowerCase())
  const found = services.flatMap((service) =>
    // Newer API versions come last.
    Object.entries(resourcesOf(service))
      .toReversed()
      .map(([each, resource]) => ({service, resource, name: each.split('.').at(-1)?.toLowerCase() ?? ''})),
  )
  const matches = classes.flatMap((one) => found.filter((each) => one !== '' && each.name === one))
  return matches[0]
}

/** The services in which the SDK has a resource of this noun. */
export const servicesOf = (noun: string): string[] =>
  readdirSync(RESOURCES)
    .map((file) => file.replace('.json', '').replaceAll('_', '-'))
    .filter((service) => resourceOf(noun, [service]) !== undefined)

/** The resource whose records are below `path`, with its noun: `/zones` is `zone`. */
export function parentAt(
  path: string,
  noun: string,
  service: string,
): {noun: string; resource: ReferenceResource} | undefined {
  const found = Object.entries(resourcesOf(service)).findLast(([, resource]) => resource.path === path)
  if (!found) return undefined
  const [key, resource] = found
  const word = (key.split('.').at(-2) ?? '').replaceAll('_', ' ')
  const words = noun.split(' ')
  const candidates = words.map((_, at) => [...words.slice(0, words.length - 1 - at), word].join(' '))
  const known = candidates.find((one) => commandsOf(one).length > 0)
  return known === undefined ? undefined : {noun: known, resource}
}

/** All resources of a service by `VERSION.MODULE.CLASS`. */
function resourcesOf(service: string): Resources {
  const known = read.get(service) ?? readResources(service)
  read.set(service, known)
  return known
}

type Resources = Readonly<Record<string, ReferenceResource>>
const read = new Map<string, Resources>()

function readResources(service: string): Resources {
  const file = join(RESOURCES, `${service.replaceAll('-', '_')}.json`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Resources) : {}
}

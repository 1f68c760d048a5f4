import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type ReferenceCommand, referenceCommands} from '../../test/reference/read.ts'

const RESOURCES = join(import.meta.dirname, '..', '..', 'test', 'reference', 'resources')

/** A resource of openstacksdk; test/reference/README.md explains where the fields come from. */
export interface ReferenceResource {
  path: string
  resource_key?: string
  resources_key?: string
  commit_method: string
  max_microversion?: string
  allows: readonly string[]
  attributes: Readonly<Record<string, {wire?: string; type?: string; in?: string; alternate_id?: boolean}>>
}

/** The commands of a noun: its words and one verb. */
export const commandsOf = (noun: string): ReferenceCommand[] =>
  referenceCommands().filter(({name}) => name.startsWith(`${noun} `) && !name.slice(noun.length + 1).includes(' '))

/**
 * The SDK's resource: by `SERVICE/KEY` (`compute/v2.server_group.ServerGroup`), or the newest one of the service whose class is
 * named like the noun, with or without its first word: `messaging queue` is `Queue`.
 */
export function resourceOf(noun: string, service: string, wanted?: string): ReferenceResource | undefined {
  const [name = '', key] = wanted?.split('/') ?? [service.replaceAll('-', '_')]
  const file = join(RESOURCES, `${name}.json`)
  if (!existsSync(file)) return undefined
  const resources = JSON.parse(readFileSync(file, 'utf8')) as Record<string, ReferenceResource>
  if (key !== undefined) return resources[key]
  const words = noun.split(' ')
  const classes = [words, words.slice(1)].map((some) => some.join('').toLowerCase())
  // Newer API versions come last.
  const entries = Object.entries(resources).toReversed()
  const matches = classes.flatMap((one) => entries.filter(([each]) => each.toLowerCase().endsWith(`.${one}`)))
  return matches[0]?.[1]
}

/** The wire key of the ID, where it is not `id`. */
export function idKeyOf({attributes}: ReferenceResource): string | undefined {
  const found = Object.entries(attributes).find(([, {alternate_id}]) => alternate_id)
  return found && (found[1].wire ?? found[0])
}

/** Whether records change by PUT, and not by PATCH as usual. */
export const isPut = ({allows, commit_method}: ReferenceResource): boolean =>
  allows.includes('commit') && commit_method === 'PUT'

import {integer, string} from '@oclif/core/flags'
import {choices, commaList, strings} from '#flags'
import type {Json} from '#json'
import type {Api} from '#resource/api'
import {idIn} from '#resource/in-domain'
import {Project, User} from '#resource/known'

/** `--limit`, `--marker` and `--max-items`. */
export const pageFlags = {
  limit: integer({description: 'Number of results per page', min: 0, helpValue: 'NUMBER'}),
  marker: string({description: 'ID of the last result of the previous page', helpValue: 'ID'}),
  'max-items': integer({description: 'Maximum number of results', min: 0, helpValue: 'NUMBER'}),
}

/** The first `count` of `rows`; all of them when it is 0 or undefined. */
export async function* firstOf<T>(rows: AsyncIterable<T>, count: number | undefined): AsyncGenerator<T> {
  let left = count || Number.POSITIVE_INFINITY
  for await (const row of rows) {
    yield row
    left -= 1
    if (left <= 0) return
  }
}

const domainOf = (owner: string) => string({description: `Domain of the ${owner} (name or ID)`, helpValue: 'DOMAIN'})

/** `--project` and `--project-domain`; `description` says what the project is for. Read with `projectOf`. */
export const projectFlags = (description: string) => ({
  project: string({description, helpValue: 'PROJECT'}),
  'project-domain': domainOf('project'),
})

/** `--user` and `--user-domain`. Read with `userOf`. */
export const userFlags = (description: string) => ({
  user: string({description, helpValue: 'USER'}),
  'user-domain': domainOf('user'),
})

type FlagValues<N extends string> = Readonly<Partial<Record<N, string | undefined>>>

/** The ID of the project that the flags name; undefined when they name none. */
export const projectOf = (api: Api, flags: FlagValues<'project' | 'project-domain'>) =>
  idIn(api, Project, flags.project, flags['project-domain'])

/** The ID of the user that the flags name; undefined when they name none. */
export const userOf = (api: Api, flags: FlagValues<'user' | 'user-domain'>) =>
  idIn(api, User, flags.user, flags['user-domain'])

/** `--tags`, `--any-tags`, `--not-tags` and `--not-any-tags` of a list; `nouns` is a plural. The query is `tagQuery(flags)`. */
export const tagFilterFlags = (nouns: string) => {
  const filter = (description: string) => commaList({description, helpValue: 'TAG,TAG', helpGroup: 'TAG'})
  return {
    tags: filter(`List ${nouns} that have all of these tags`),
    'any-tags': filter(`List ${nouns} that have at least one of these tags`),
    'not-tags': filter(`Exclude ${nouns} that have all of these tags`),
    'not-any-tags': filter(`Exclude ${nouns} that have at least one of these tags`),
  }
}

/** The query of `tagFilterFlags`. */
export const tagQuery = (flags: Readonly<Record<string, unknown>>) => {
  const text = (name: string) => (Array.isArray(flags[name]) ? flags[name].join(',') : undefined)
  return {
    tags: text('tags'),
    'tags-any': text('any-tags'),
    'not-tags': text('not-tags'),
    'not-tags-any': text('not-any-tags'),
  }
}

const tag = (description: string, exclusive: string[] = []) =>
  strings({description, helpValue: 'TAG', helpGroup: 'TAG', exclusive})

/** `--tag` and `--no-tag` of a `create`. */
export const tagFlags = (noun: string) => ({
  tag: tag(`Tag of the ${noun} (repeatable)`, ['no-tag']),
  ...choices({'no-tag': `Create the ${noun} without tags`}),
})

/** `--tag` and `--no-tag` of a `set`, which together replace all tags. */
export const tagSetFlags = (noun: string) => ({
  tag: tag(`Tag to add to the ${noun} (repeatable)`),
  ...choices({'no-tag': `Remove the existing tags of the ${noun} first`}),
})

/** `--tag` and `--all-tag` of an `unset`. */
export const tagUnsetFlags = (noun: string) => ({
  tag: tag(`Tag to remove from the ${noun} (repeatable)`, ['all-tag']),
  ...choices({'all-tag': `Remove all tags from the ${noun}`}),
})

interface TagFlags {
  tag?: readonly string[] | undefined
  'no-tag'?: boolean
  'all-tag'?: boolean
}

/** The tags after a `set` or, with `removes`, an `unset`; undefined when they do not change. */
export function changedTags(current: readonly Json[], flags: TagFlags, removes = false): string[] | undefined {
  const {tag: given = []} = flags
  const before = current.map(String)
  const kept = flags['no-tag'] || flags['all-tag'] ? [] : before
  const after = removes ? kept.filter((one) => !given.includes(one)) : [...new Set([...kept, ...given])]
  const same = after.length === before.length && after.every((one) => before.includes(one))
  return same ? undefined : after.sort()
}

/** A list after a `set` that adds to it; `cleared` (`--no-x`) empties it first. Undefined when nothing was given. */
export function extended<T>(current: readonly T[], added: readonly T[] | undefined, cleared: boolean): T[] | undefined {
  if (added === undefined && !cleared) return undefined
  return [...(cleared ? [] : current), ...(added ?? [])]
}

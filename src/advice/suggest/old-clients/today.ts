import type {OldClient} from '#advice/suggest/old-clients/types'
import {pluginData} from '#plugins/data'

/** Every old client by the name of its program. */
export const oldClients = (): Readonly<Record<string, OldClient>> => pluginData().oldClients

const VERBS: Readonly<Record<string, string>> = {
  add: 'create',
  create: 'create',
  delete: 'delete',
  get: 'show',
  list: 'list',
  show: 'show',
  update: 'set',
}

/** What an old sub-command is called today. */
export interface Today {
  id: string
  /** Options to add: `--dry-run`. */
  added: readonly string[]
  options: OldClient['options']
}

/** `tenant-list` of `keystone` is `project list`; undefined for what the client did not have. */
export function today(client: string, sub: string): Today | undefined {
  const clients = oldClients()
  const old = Object.hasOwn(clients, client) ? clients[client] : undefined
  if (!old) return undefined
  const line = Object.hasOwn(old.others, sub) ? old.others[sub] : byNoun(old, sub)
  if (line === undefined) return undefined
  const words = line.split(' ')
  const option = words.findIndex((word) => word.startsWith('-'))
  const end = option < 0 ? words.length : option
  return {id: words.slice(0, end).join(' '), added: words.slice(end), options: old.options}
}

/** The same without knowing the client: the one whose name for it is the most special. */
export function todayOfAny(sub: string): Today | undefined {
  for (const [client, {others}] of Object.entries(oldClients())) {
    const found = sub.includes('-') || Object.hasOwn(others, sub) ? today(client, sub) : undefined
    if (found) return found
  }
  return undefined
}

/** Every command of today that an old client had under another name. */
export function currentNames(): string[] {
  const ids = Object.entries(oldClients()).flatMap(([client, {nouns, others}]) => {
    const regular = Object.values(nouns).flatMap((noun) =>
      [...new Set(Object.values(VERBS))].map((verb) => `${noun} ${verb}`),
    )
    return [...regular, ...Object.keys(others).flatMap((sub) => today(client, sub)?.id ?? [])]
  })
  return [...new Set(ids)]
}

function byNoun(old: OldClient, sub: string): string | undefined {
  const dash = sub.lastIndexOf('-')
  const noun = sub.slice(0, Math.max(dash, 0))
  const verb = sub.slice(dash + 1)
  if (!Object.hasOwn(old.nouns, noun) || !Object.hasOwn(VERBS, verb)) return undefined
  return `${old.nouns[noun]} ${VERBS[verb]}`
}

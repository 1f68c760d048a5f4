import {asText, type JsonObject} from '#json'
import {KINDS} from '#resource/kinds'
import type {Resource} from '#resource/resource'

/** Something of a cloud that was listed or shown: enough to offer it again. */
export interface CachedName {
  /** What it is called by on a line: its ID, where a command takes nothing else. */
  name: string
  id: string
  /** What distinguishes it from others: its description. */
  description?: string
  /** The state it was in: `CREATE_FAILED`. */
  status?: string
}

/** How many names are kept of a noun. */
export const MOST_NAMES = 200

/** What one command came across. Costs a few assignments a record; nothing is written before the command has ended. */
export class Observed {
  readonly names = new Map<string, Map<string, CachedName>>()
  readonly removed = new Map<string, Set<string>>()
  /** Aliases of the extensions of a service. */
  readonly extensions = new Map<string, readonly string[]>()
  /** Columns of a list or fields of a show, by command: they are kept when something else is. */
  readonly columns = new Map<string, readonly string[]>()

  get isEmpty(): boolean {
    return this.names.size === 0 && this.removed.size === 0 && this.extensions.size === 0
  }

  add({noun, idKey = 'id', nameKey = 'name', member, by}: Resource, record: JsonObject): void {
    const id = record[idKey]
    const called = record[nameKey]
    const name = by === 'id' ? id : called
    if (typeof id !== 'string' || typeof name !== 'string' || name === '') return
    // What is waited for until it is gone goes by once more.
    if (isGone({id, name}, this.removed.get(noun))) return
    const description = asText(record.description) || (by === 'id' && asText(called))
    const status = asText(record.status) ?? asText(record[`${member}_status`])
    const thing = {name, id, ...(description ? {description: cut(description)} : {}), ...(status ? {status} : {})}
    this.#keep(noun, thing)
    for (const [kind, {of, includes}] of Object.entries(KINDS))
      if (of === noun && includes(record)) this.#keep(kind, thing)
  }

  #keep(noun: string, thing: CachedName): void {
    const known = this.names.get(noun) ?? new Map<string, CachedName>()
    if (known.size >= MOST_NAMES && !known.has(thing.id)) return
    known.set(thing.id, thing)
    this.names.set(noun, known)
  }

  remove({noun}: Resource, nameOrId: string): void {
    for (const each of [noun, ...Object.keys(KINDS).filter((kind) => KINDS[kind]?.of === noun)]) {
      const removed = (this.removed.get(each) ?? new Set()).add(nameOrId)
      this.removed.set(each, removed)
      for (const [id, thing] of this.names.get(each) ?? []) if (isGone(thing, removed)) this.names.get(each)?.delete(id)
    }
  }

  addExtensions(service: string, extensions: readonly string[]): void {
    this.extensions.set(service, extensions)
  }
}

/** Whether it was removed, by its ID, its name or both (`name/id`). */
export const isGone = (
  {id, name}: Pick<CachedName, 'id' | 'name'>,
  removed: ReadonlySet<string> = new Set(),
): boolean => [id, name, `${name}/${id}`].some((text) => removed.has(text))

const cut = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text)

import type {ApiRequest, Query} from '#cloud/types'
import type {JsonObject} from '#json'

/** How to take one thing away, in its service. */
export type Removal = Pick<ApiRequest, 'method' | 'path' | 'body'>

/** Something of a project that is to go. */
export interface Doomed {
  /** Kind of thing as --skip-resource names it: `compute.server`. */
  kind: string
  /** What people call the kind: `Server`. */
  type: string
  id: string
  name: string
  service: string
  /** UsageError when its ID cannot be in a path. */
  removal: () => Removal
  /** The path that answers until it is gone, for things that others wait for. */
  watch?: (() => string) | undefined
}

/** What a service holds for a project: everything of one kind comes from one list. */
export interface Kind {
  /** Service type with `_`, and the resource. */
  name: string
  service: string
  type: string
  path: string
  /** The key of the list in an answer. */
  key: string
  /** Keeps a list to the project where the service shows more than that. */
  query?: (projectId: string) => Query
  created: string
  updated: string
  /** Takes only these of the list. */
  only?: (record: JsonObject) => boolean
  /** Where one of them is; default below `path`. */
  member?: (record: JsonObject) => string
  /** Default: DELETE. */
  removal?: (record: JsonObject) => Removal
  /** What comes later can only go once these are gone. */
  waits?: true
}

/** What --created-before and --updated-before ask for: whether a thing with these two times may go. */
export type Filter = (created: unknown, updated: unknown) => boolean

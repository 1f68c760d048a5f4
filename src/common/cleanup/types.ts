import type {ApiRequest} from '#cloud/types'

/** How to take one thing away, in its service. */
export type Removal = Pick<ApiRequest, 'method' | 'path' | 'body'>

/** Something of a project that is to go. */
export interface CleanupItem {
  /** Its kind, as --skip-resource names it: `compute.server`. */
  kind: string
  type: string
  id: string
  name: string
  service: string
  /** A change without which the service refuses the removal. */
  before?: () => Removal
  /** UsageError when its ID cannot be in a path. */
  removal: () => Removal
  /** Where it answers until it is gone, and the keys of its state there, for things that others wait for. */
  watch?: {path: () => string; status: string; reason: string} | undefined
}

/**
 * A kind of thing that a service holds for a project; all of a kind come from one list. In paths `{id}` and any other
 * `{key}` is the record's value.
 */
export interface CleanupKind {
  /** Service type with `_`, and the resource: `compute.server`. */
  name: string
  service: string
  /** What people call the kind: `Server`. */
  type: string
  /** The list. */
  path: string
  /** The key of the list in an answer. */
  key: string
  /** Limits the list to the project, `{project}`, where the service shows more than that. */
  query?: Readonly<Record<string, string>>
  /** Keys of the times of a record. Default: `created_at`, `updated_at`. */
  created?: string
  updated?: string
  /** The key of its name. Default: `name`. */
  label?: string
  /** Skips records in which this key is empty. */
  only?: string
  /** The path of one record. Default: `/{id}` below `path`. */
  member?: string
  /** Default: DELETE of `member`. */
  removal?: Removal
  /** What comes later can be deleted only when these are gone. */
  waits?: boolean
  /** The keys of its state, and of the reason for a failure. Default: `status`. */
  status?: string
  reason?: string
}

/** What --created-before and --updated-before ask for: whether a thing with these two times may go. */
export type Filter = (created: unknown, updated: unknown) => boolean

/**
 * A REST resource as its service's API reference describes it: one per noun, beside the commands of its plugin. The
 * calls of a command's `this.api(resource)` derive from it.
 */
export interface Resource {
  /** What people call one of them: `role assignment`. Messages use it. */
  noun: string
  /** Service type of the catalog: `identity`. */
  service: string
  /** Path of the collection below the versioned endpoint: `/projects`. */
  path: string
  /** The key that holds one of them in a body: `project`. */
  member: string
  /** The key that holds many of them: `projects`. */
  collection: string
  /** How something given by name or ID is found:
   *  - `name` (default): by `?name=` first, unless it looks like an ID; then as an ID;
   *  - `id-first`: the other way round, for IDs that look like names;
   *  - `id`: there are only IDs;
   *  - `either`: the service itself takes names where it takes IDs.
   */
  lookup?: 'name' | 'id-first' | 'id' | 'either'
  /** The query key that filters by name; default `name`. */
  nameFilter?: string
  /** The key of the name in a record; default `name`. */
  nameKey?: string
  /**
   * Whether the service ignores case and trailing blanks when it compares names, as Keystone on MySQL does. An exact
   * match still comes first. Default: false.
   */
  caseless?: boolean
  /** What an update is sent with; default PATCH. */
  updateMethod?: 'PATCH' | 'PUT' | 'POST'
  /** Rows a page, for services that page by marker without telling where the next page is. */
  pageSize?: number
}

/** Declares a resource; the identity function, so that the descriptor's literal types stay. */
export const defineResource = <const R extends Resource>(resource: R): R => resource

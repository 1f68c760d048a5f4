import type {Query} from '#cloud/types'

/**
 * A REST resource as its service's API reference describes it: one per noun, beside the commands of its plugin. The
 * calls of a command's `this.api(resource)` derive from it.
 */
export interface Resource {
  /** What people call one of them: `role assignment`. Messages use it. */
  noun: string
  /** Service type of the catalog: `identity`. */
  service: string
  /**
   * Path of the collection below the versioned endpoint: `/projects`. Of a sub-resource with the parents in braces:
   * `/qos/policies/{policy}/bandwidth_limit_rules`; `api(Rule).under(policyId)` fills them in.
   */
  path: string
  /** Path of lists and look-ups by name, where it is another one: `/servers/detail`. */
  listPath?: string
  /** Query of every list and look-up by name: `{is_public: 'None'}`. */
  listQuery?: Query
  /**
   * The newest microversion whose answers this plugin knows. Requests ask for it, or for the newest that the cloud
   * has if that is older, unless the user chose one.
   */
  newest?: string
  /** The key that wraps one of them in a body: `project`. Without it the record is the body, as with Glance and Mistral. */
  member?: string
  /** The key that wraps many of them: `projects`. */
  collection: string
  /** How a name or ID from the command line is resolved:
   *  - `name` (default): by `?name=` first, unless it looks like an ID; then as an ID;
   *  - `id-then-name`: the other way round, for IDs that look like names;
   *  - `id`: there are only IDs;
   *  - `path`: the service itself takes names where it takes IDs.
   */
  by?: 'name' | 'id-then-name' | 'id' | 'path'
  /** Names match regardless of case and trailing blanks, as Keystone on MySQL compares them. Default: exactly. */
  caseless?: boolean
  /** The query key that filters by name; default `name`. false: the service has no such filter, the whole list is read. */
  nameFilter?: string | false
  /** The key of the name in a record; default `name`. */
  nameKey?: string
  /** The key of the ID in a record; default `id`. */
  idKey?: string
  /** The key of the state in a record, for waits; default `status`. */
  stateKey?: string
  /** The method of an update; default PATCH. */
  updateMethod?: 'PATCH' | 'PUT' | 'POST'
  /** Media type of `patch`: `application/openstack-images-v2.1-json-patch`. Default `application/json-patch+json`. */
  patchType?: string
  /** Rows per page, for services that page by marker without a link to the next page. */
  pageSize?: number
}

/** Declares a resource; the identity function, so that the descriptor's literal types stay. */
export const defineResource = <const R extends Resource>(resource: R): R => resource

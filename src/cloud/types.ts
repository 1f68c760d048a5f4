import type {Readable} from 'node:stream'
import type {Json, JsonObject} from '#json'

/** The query of a URL: what is undefined is left out, a list repeats its key. */
export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>
/** The methods of HTTP that services know. */
export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** A request to a service of the catalog. */
export interface ApiRequest {
  /** Official service type: identity, orchestration, compute, ... Aliases of the catalog are looked up too. */
  service: string
  /** Default GET. */
  method?: Method
  /** Below the service's versioned endpoint: `/projects`, `/stacks`. */
  path: string
  query?: Query | undefined
  /** JSON unless it is a string, bytes or a stream. */
  body?: JsonObject | Json[] | string | Uint8Array | Readable | undefined
  headers?: Readonly<Record<string, string>> | undefined
  /** Microversion to ask for; beats --os-<service>-api-version and default_microversion. */
  microversion?: string | undefined
  /** Seconds without a byte until the request fails, without a retry: for data that the caller can do without. */
  patience?: number | undefined
}

/** An answer with a status below 400. Its body is read by one of `text`, `json` and `stream`. */
export interface ApiResponse {
  status: number
  url: string
  /** By lower-case names. */
  headers: Readonly<Record<string, string>>
  /** x-openstack-request-id or x-compute-request-id, where the service sent one. */
  requestId: string | undefined
  /** The whole body as text. */
  text(): Promise<string>
  /** The whole body decoded; null when empty; ConnectionError when it is not JSON. */
  json(): Promise<Json>
  /** The body as it arrives; may be consumed once. */
  stream(): Readable
}

export interface CatalogEndpoint {
  interface: string
  region: string | undefined
  url: string
  id?: string | undefined
}

export interface CatalogEntry {
  type: string
  name: string
  id?: string | undefined
  endpoints: readonly CatalogEndpoint[]
  /** The entry in Keystone's own words. */
  raw: JsonObject
}

/**
 * What a token says: who, in which scope, with which roles, until when. Of project, domain and system the scope is one;
 * none of them is set when there is no scope. Keystone v3, POST /v3/auth/tokens.
 */
export interface Access {
  token: string
  /** ISO 8601; undefined when the auth type has no expiry. */
  expiresAt: string | undefined
  /** ISO 8601. */
  issuedAt: string | undefined
  userId: string | undefined
  userName: string | undefined
  userDomainId: string | undefined
  userDomainName: string | undefined
  projectId: string | undefined
  projectName: string | undefined
  projectDomainId: string | undefined
  projectDomainName: string | undefined
  domainId: string | undefined
  domainName: string | undefined
  /** Whether the scope is the system. */
  system: boolean
  trustId: string | undefined
  roles: readonly {id: string; name: string}[]
  catalog: readonly CatalogEntry[]
}

/** The authenticated HTTP client of one cloud. Nothing is sent before the first call that needs it. */
export interface Session {
  /**
   * Sends. HttpError at 400 and above (PolicyError, QuotaError where the service says so), ConnectionError without an answer,
   * NotFoundError when the cloud does not offer the service. What may safely be repeated is, up to three times; a 401 leads
   * to one new log-in.
   */
  request(request: ApiRequest): Promise<ApiResponse>
  /** GET and decode: an object, empty when the answer is not an object. Errors are those of `request`. */
  get(
    service: string,
    path: string,
    query?: Query,
    options?: Pick<ApiRequest, 'headers' | 'microversion' | 'patience'>,
  ): Promise<JsonObject>
  /**
   * The elements of the list under `key` as they arrive, over all pages: follows `links.next`, `next`, `<key>_links`,
   * or continues with marker = the last element's id when `pageSize` is given (sent as limit).
   */
  list(service: string, path: string, key: string, options?: ListOptions): AsyncIterable<JsonObject>
  /** The log-in in use; `fresh`: a new one, whatever was kept, that is not kept itself. */
  access(options?: {fresh?: boolean}): Promise<Access>
  /** The service's endpoint as it will be used, without a trailing slash; NotFoundError naming what the catalog has. */
  endpoint(service: string): Promise<string>
  /**
   * The microversion to ask a service for: the one that the user chose, else `newest`, or the newest that the service has
   * if that is older. Undefined when the service has none. Its range is asked for once a day.
   */
  microversion(service: string, newest: string): Promise<string | undefined>
  /** GETs and decodes a document that belongs to no API, as lists of versions; the token is shown only where it is asked for. */
  document(url: string): Promise<Json>
}

/** How `Session.list` asks. */
export interface ListOptions {
  query?: Query | undefined
  headers?: Readonly<Record<string, string>> | undefined
  /** As in `ApiRequest`. */
  microversion?: string | undefined
  /** Continue by marker in pages of this many. */
  pageSize?: number | undefined
  /** The rows of a page if the query has no limit. A page with fewer is the last, though it links to a next one. */
  fullPage?: number | undefined
  /** Follow no further page: the caller asked for one with --limit. */
  singlePage?: boolean | undefined
  /** The element's key that a marker holds; default `id`. */
  markerKey?: string | undefined
}

import type {IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'
import type {Json, JsonObject} from '#json'
import type {Store} from '#sandbox/store'

/**
 * One OpenStack service inside the sandbox. A plugin brings its own: the module that `osc.sandbox` of its package.json
 * names exports one, or a list of them, as default.
 */
export interface SandboxService {
  /** Service type of the catalog: `orchestration`. */
  readonly type: string
  /** Name in the catalog: `heat`. */
  readonly name: string
  /** First part of the path on the sandbox's one port: `orchestration` is http://127.0.0.1:PORT/orchestration. */
  readonly prefix: string
  /** What the catalog's URL has after the prefix: `/v3`, or `/v1/{project_id}`. Without it, the catalog does not have the service. */
  readonly endpoint?: string
  /** Scheme of the catalog's URL; default `http`. */
  readonly scheme?: 'ws'
  /** The body of a failure in this service's own form. */
  failureBody(failure: SandboxFailureFacts): JsonObject
  /** Called once at each start, in the order of the plugins, identity first; fills an empty store. */
  open(cloud: SandboxCloud): SandboxInstance
}

/** What `failureBody` of a service makes its error of. */
export interface SandboxFailureFacts {
  status: number
  /** `Not Found`. */
  title: string
  message: string
  /** What the service adds, in its own words: Heat's error type for instance. */
  details: JsonObject
}

/** A service at work. Paths are below the prefix: `/v3/projects/:id`. */
export interface SandboxInstance {
  /** Need a valid token; without one they are answered with 401. */
  readonly routes: Routes
  /** Open to everybody: version documents, log-in. */
  readonly publicRoutes?: Routes
  /**
   * Identity only: who a token belongs to; undefined when it is unknown, expired or revoked, or may not be used for that
   * request.
   */
  authenticate?(token: string, request: AuthenticatedRequest): Caller | undefined
  /** Takes over a connection that asks for another protocol than HTTP, such as a websocket. Without it, it is closed. */
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** What other services of the sandbox may ask of this one; they agree on its shape by service type. */
  readonly api?: unknown
  /** Ends timers and what else would keep the process alive; work in progress goes on at the next `open`. */
  close?(): Promise<void> | void
}

/** What a token is used for. */
export interface AuthenticatedRequest {
  /** Type of the service that is asked. */
  service: string
  method: string
  /** Below the service's prefix: `/v3/projects`. */
  path: string
}

/** `GET /v3/projects/:id` to what answers it. A path that several routes match is answered by the first of them. */
export type Routes = Readonly<Record<`${Method} /${string}`, Handler>>
type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Throws a SandboxFailure for anything but success. Writes to the store are kept when it returns, none when it throws. */
export type Handler = (call: Call) => Answer | Promise<Answer>

/** A request, decoded. Its body is decoded when a handler reads it, so that a route takes any body. */
export interface Call {
  method: string
  /** The whole path, prefix included, as the client sent it. */
  path: string
  /** The path's `:name` parts, decoded. */
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>
  /** The JSON body, an empty object when there is none or it is a form; a body that is not a JSON object is refused with 400. */
  readonly body: JsonObject
  /** The JSON body of any type, such as the list of a JSON patch; null when there is none, 400 when it is not JSON. */
  readonly json: Json
  /** The body as text: YAML, a form. */
  readonly text: string
  /** The body as it was sent. */
  readonly bytes: Uint8Array
  /** The sandbox's own address, `http://127.0.0.1:PORT`. */
  origin: string
  /** Who owns the token. On public routes nobody: no roles, no scope. */
  caller: Caller
}

/** What a handler answers with. */
export interface Answer {
  /** Default 200. */
  status?: number
  /** JSON; text with a content type of its own, and bytes, are sent as they are. */
  body?: Json | Uint8Array | undefined
  /** Beside content-type, which is application/json (bytes: application/octet-stream) unless it is given here. */
  headers?: Readonly<Record<string, string>>
}

/** Who calls, in which scope, with which roles (names). */
export interface Caller {
  token: string
  userId: string
  userName: string
  userDomainId: string
  projectId?: string | undefined
  projectName?: string | undefined
  domainId?: string | undefined
  system?: boolean | undefined
  trustId?: string | undefined
  roles: readonly string[]
}

/** A request from one service of the sandbox to another. */
export interface LocalRequest {
  method: Method
  /** Below the service's prefix, with its query: `/v2.0/ports?device_id=X`. */
  path: string
  body?: JsonObject | undefined
  /** Lower-case names. */
  headers?: Readonly<Record<string, string>>
}

/** What the sandbox gives its services. */
export interface SandboxCloud {
  /** Kept in the state file. Give collections the service's type as a first word: `orchestration/stacks`. */
  readonly store: Store
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string
  readonly region: string
  /** All services of this sandbox, for the catalog. */
  readonly services: readonly SandboxService[]
  /** Another service at work; undefined when this sandbox has none of that type. */
  service(type: string): SandboxInstance | undefined
  /**
   * What another service answers to a request of `caller`, in the process: no token, no delay, no injected fault. Reaches its
   * `routes`, not its `publicRoutes`. Throws that service's SandboxFailure. A handler that does not wait answers at once,
   * without a promise.
   */
  ask(type: string, request: LocalRequest, caller: Caller): Answer | Promise<Answer>
  /** A random secret of that name, made at the first start and kept: `admin-password`, `token-key`. */
  secret(name: string): string
  /** 32 hex digits. */
  newId(): string
  /** The time on the sandbox's clock; timestamps of records come from here. */
  now(): Date
  /** Runs `work` later on the sandbox's clock; returns what cancels it. Cancelled when the sandbox stops. */
  after(milliseconds: number, work: () => void): () => void
  /** A line for `osc sandbox logs`. */
  log(line: string): void
}

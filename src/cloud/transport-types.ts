import type {Readable} from 'node:stream'
import type {Method} from '#cloud/types'
import type {Json} from '#json'

/** One HTTP exchange with an absolute URL; the transport knows nothing of tokens or catalogs. */
export interface HttpRequest {
  method: Method
  url: string
  headers?: Readonly<Record<string, string>> | undefined
  body?: string | Uint8Array | Readable | undefined
  /** Service type, where the address comes from the catalog or an override. */
  service?: string | undefined
  /** Do not follow a redirect from https to http. */
  keepTls?: boolean | undefined
  /** As in `ApiRequest`. */
  patience?: number | undefined
}

/** The answer, whatever its status: redirects are followed, retries are done. Header names are in lower case. */
export interface HttpAnswer {
  status: number
  url: string
  headers: Readonly<Record<string, string>>
  stream(): Readable
  text(): Promise<string>
  json(): Promise<Json>
}

export interface TransportOptions {
  verify: boolean
  cacert?: string | undefined
  cert?: string | undefined
  key?: string | undefined
  /** Where cacert, cert and key were set, for messages. */
  sources?: {cacert?: string | undefined; cert?: string | undefined; key?: string | undefined}
  /** Seconds without any byte until a request is given up. */
  timeout?: number | undefined
  /** HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY and their lower-case forms are read from here. */
  env: Readonly<Record<string, string | undefined>>
  userAgent: string
  /** The next step where the address may be wrong; default: check auth_url and the endpoints. */
  addressHint?: string | undefined
  signal?: AbortSignal | undefined
  trace?: Trace | undefined
}

/** Follows every exchange: --debug, --timing, --log-file. */
export interface Trace {
  request(exchange: {
    id: number
    method: string
    url: string
    headers: Readonly<Record<string, string>>
    body?: string | undefined
  }): void
  response(exchange: {
    id: number
    method: string
    url: string
    status: number
    headers: Readonly<Record<string, string>>
    /** Absent while the body is streamed to the caller. */
    body?: string | undefined
    /** From the request's start to the end of the answer's head. */
    milliseconds: number
  }): void
  /** A retry, a redirect, a re-authentication: one line for people. */
  note(message: string): void
  /** Never show this value again, wherever it appears. */
  secret(value: string): void
  /** True when bodies are wanted, so that nobody buffers them otherwise. */
  readonly wantsBodies: boolean
}

export interface Transport {
  /** ConnectionError when there is no answer. */
  send(request: HttpRequest): Promise<HttpAnswer>
  /** Ends idle connections so that the process can end. */
  close(): void
}

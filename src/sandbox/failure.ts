import type {JsonObject} from '#json'

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Request Entity Too Large',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
}

/** What a handler throws to answer with an error; the service gives the body its form. */
export class SandboxFailure extends Error {
  readonly status: number
  /** What HTTP calls the status: `Not Found`. */
  readonly title: string
  /** What `failureBody` of the service gets besides. */
  readonly details: JsonObject

  constructor(status: number, message: string, details: JsonObject = {}) {
    super(message)
    this.status = status
    this.title = TITLES[status] ?? 'Error'
    this.details = details
  }
}

/** 400: what was sent is not valid. */
export const badRequest = (message: string) => new SandboxFailure(400, message)
/** 403: the caller may not. */
export const forbidden = (message: string) => new SandboxFailure(403, message)
/** 404: there is none. */
export const notFound = (message: string) => new SandboxFailure(404, message)
/** 409: it is there already, or in the wrong state. */
export const conflict = (message: string) => new SandboxFailure(409, message)

/** 501: for what the real service does and the sandbox does not. */
export const notImplemented = (feature: string) => new SandboxFailure(501, `The sandbox does not do ${feature}.`)

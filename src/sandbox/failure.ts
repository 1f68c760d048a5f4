import type {JsonObject} from '#json'

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Request Entity Too Large',
  414: 'Request-URI Too Long',
  415: 'Unsupported Media Type',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
  507: 'Insufficient Storage',
}

/** Thrown by a handler to answer with an error; the service formats the body. */
export class SandboxFailure extends Error {
  readonly status: number
  /** Reason phrase of the status: `Not Found`. */
  readonly title: string
  /** Further facts for `failureBody` of the service. */
  readonly details: JsonObject
  /** Headers of the answer. */
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    message: string,
    details: JsonObject = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message)
    this.status = status
    this.title = TITLES[status] ?? 'Error'
    this.details = details
    this.headers = headers
  }
}

/** 400: the request is not valid. */
export const badRequest = (message: string) => new SandboxFailure(400, message)
/** 403: the caller is not allowed to do this. */
export const forbidden = (message: string) => new SandboxFailure(403, message)
/** 404: there is no such record. */
export const notFound = (message: string) => new SandboxFailure(404, message)
/** 409: the record exists already, or is in the wrong state. */
export const conflict = (message: string) => new SandboxFailure(409, message)

/** 501: the real service has this feature, the sandbox does not. */
export const notImplemented = (feature: string) => new SandboxFailure(501, `The sandbox does not support ${feature}.`)

import {ConnectionError, HttpError} from '#errors'

/** Whether a later attempt may succeed: no answer came, or the service failed or is overloaded (429, 5xx). */
export const isTransient = (error: unknown): error is ConnectionError | HttpError =>
  error instanceof ConnectionError ||
  (error instanceof HttpError && (error.failure.status === 429 || error.failure.status >= 500))

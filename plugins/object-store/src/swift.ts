import {
  type ApiRequest,
  type ApiResponse,
  type CommandContext,
  HttpError,
  NotFoundError,
  objectPath,
  pathSegment,
  shellWord,
  UsageError,
} from '@osc-cli/core'

/** What requests need of a command. */
export type WithSession = Pick<CommandContext, 'session'>

/** A request to Swift. https://docs.openstack.org/api-ref/object-store/ */
export async function swift(command: WithSession, request: Omit<ApiRequest, 'service'>): Promise<ApiResponse> {
  return await (await command.session()).request({...request, service: 'object-store'})
}

/** Path of a container below the account. UsageError for a name that would address something else. */
export function containerPath(name: string): string {
  if (!name.includes('/') && name !== '.' && name !== '..') return `/${pathSegment(name, 'container')}`
  throw new UsageError(`'${name}' is not a container name.`, {hint: 'Use a name without slashes, other than . and ..'})
}

/** Path of an object below the account. */
export const pathOf = (container: string, name: string): string => `${containerPath(container)}/${objectPath(name)}`

/**
 * The name that a word on the command line means: `./a.txt` is `a.txt`, as in every client that normalizes URLs. A name
 * from a list is used as it is: `./a.txt` and `a.txt` can both exist.
 */
export const objectName = (word: string): string => word.replace(/^(?:\.\/+)+(?=.)/, '')

/** There is no such container. */
export class NoContainerError extends NotFoundError {
  constructor(container: string, cause: unknown) {
    super(`No container '${container}' exists.`, {
      hint: 'List the containers: osc container list',
      facts: {noun: 'container', name: container, missing: 'container'},
      cause,
      code: 'NotFound',
    })
  }
}

/** A request about a container; NoContainerError when there is none. */
export const onContainer = (
  command: WithSession,
  container: string,
  request: Omit<ApiRequest, 'service' | 'path'>,
): Promise<ApiResponse> => inContainer(container, swift(command, {...request, path: containerPath(container)}))

/** The answer to an upload or a request about a container; NoContainerError when there is none. */
export const inContainer = (container: string, answer: Promise<ApiResponse>): Promise<ApiResponse> =>
  found(answer, (cause) => new NoContainerError(container, cause))

/** A request about an object; NotFoundError when there is none, NoContainerError when its container is missing. */
export const onObject = (
  command: WithSession,
  container: string,
  name: string,
  request: Omit<ApiRequest, 'service' | 'path'>,
): Promise<ApiResponse> =>
  found(swift(command, {...request, path: pathOf(container, name)}), async (cause) => {
    if (await lacksContainer(command, container)) return new NoContainerError(container, cause)
    const hint = `List the objects: osc object list ${shellWord(container)}`
    return new NotFoundError(`No object '${name}' in container '${container}' exists.`, {hint, cause})
  })

/** Swift answers 404 for both. What keeps the container from being looked at is not the failure to report. */
async function lacksContainer(command: WithSession, container: string): Promise<boolean> {
  try {
    await swift(command, {method: 'HEAD', path: containerPath(container)})
    return false
  } catch (error) {
    return HttpError.is(error, 404)
  }
}

/** The response; a 404, for which Swift sends no message, as an error that names what was asked for. */
async function found(
  answer: Promise<ApiResponse>,
  missing: (cause: unknown) => NotFoundError | Promise<NotFoundError>,
): Promise<ApiResponse> {
  try {
    return await answer
  } catch (error) {
    throw HttpError.is(error, 404) ? await missing(error) : error
  }
}

/** Name of the account, the last part of the endpoint: `AUTH_...`. */
export async function accountName(command: WithSession): Promise<string> {
  const endpoint = await (await command.session()).endpoint('object-store')
  return endpoint.split('/').at(-1) ?? ''
}

import {type ApiRequest, type ApiResponse, type CommandContext, HttpError, OscError} from '@osc-cli/core'

/** A request to the cache of the image service. Its 404 to `/cache` itself means that it does not have one. */
export async function cacheRequest(
  command: Pick<CommandContext, 'session'>,
  request: Omit<ApiRequest, 'service'>,
): Promise<ApiResponse> {
  try {
    return await (await command.session()).request({service: 'image', ...request})
  } catch (error) {
    const isMissing = HttpError.is(error, 404) && request.path === '/cache'
    if (!isMissing) throw error
    throw new OscError('The image cache of this cloud is disabled, or its image API is older than 2.14.', {
      cause: error,
    })
  }
}

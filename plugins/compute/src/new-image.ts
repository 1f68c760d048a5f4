import {type ApiResponse, asObject, asText, OscError} from '@osc-cli/core'

/** The ID of the image that a server's action created: in the body since microversion 2.45, before in a header. */
export async function newImageId(answer: ApiResponse): Promise<string> {
  const text = await answer.text()
  const id = text === '' ? answer.headers.location?.split('/').at(-1) : asText(asObject(await answer.json()).image_id)
  if (id) return id
  throw new OscError('The compute service answered without the ID of the new image.', {code: 'WrongBody'})
}

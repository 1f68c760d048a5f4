import {
  type ApiResponse,
  asObject,
  asText,
  type CommandContext,
  type JsonObject,
  Known,
  OscError,
  shellWord,
} from '@osc-cli/core'

/** The image that a server's action creates; with `wait`, once it is active. */
export async function newImage(
  command: CommandContext,
  answer: ApiResponse,
  {name, wait}: {name: string; wait: boolean},
): Promise<JsonObject> {
  const id = await newImageId(answer)
  const poll = () => command.api(Known.Image).get(id)
  if (!wait) return await poll()
  const image = await command.waitUntil({
    what: `image ${name}`,
    poll,
    until: ['active'],
    failed: ['killed', 'deleted'],
    doing: 'created',
    follow: `osc image show ${shellWord(id)}`,
    stop: `osc image delete ${shellWord(id)}`,
  })
  await command.print('')
  return image
}

/** The ID of the image: in the body since microversion 2.45, before in a header. */
async function newImageId(answer: ApiResponse): Promise<string> {
  const text = await answer.text()
  const id = text === '' ? answer.headers.location?.split('/').at(-1) : asText(asObject(await answer.json()).image_id)
  if (id) return id
  throw new OscError('The response of the compute service does not contain the ID of the new image.', {
    code: 'WrongBody',
  })
}

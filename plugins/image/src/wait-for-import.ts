import {asArray, asObject, asText, type CommandContext, type JsonObject, shellWord} from '@osc-cli/core'
import {Image} from '#image'

const VANISHED = {status: 'failure', message: 'the task does not exist any more.'}

/** Starts an import into an image and waits for its task; the image as it is then. */
export async function importAndWait(
  command: CommandContext,
  id: string,
  start: () => Promise<unknown>,
): Promise<JsonObject> {
  const image = command.api(Image)
  const tasks = async () => asArray((await image.send(id, 'GET', '/tasks')).tasks).map(asObject)
  const earlier = (await tasks()).map((task) => task.id)
  await start()
  const started = (await tasks()).find((task) => !earlier.includes(task.id))
  // Without a task there was nothing to do: every store has the data.
  if (started) {
    await command.waitUntil({
      what: `import into image ${id}`,
      poll: async () => (await tasks()).find((task) => task.id === started.id) ?? VANISHED,
      until: ['success'],
      failed: ['failure'],
      reason: ({message}) => asText(message),
      follow: `osc image show ${shellWord(id)}`,
    })
  }
  return await image.get(id)
}
